import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { keepEarlyWords } from "./early-words";

const bringBack = keepEarlyWords(document);

function Page() {
  useEffect(bringBack, []);
  return <RemixBrowser />;
}

/**
 * Waits until the page's data has been read. RemixBrowser throws the promise of it, before it uses any hook, and goes on
 * once it is kept. Where React is the one who waits, a key that is pressed meanwhile makes it hydrate at once, which it
 * cannot: it then logs that the root did not complete.
 */
async function dataIsRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (reading) {
    await reading;
  }
}

await dataIsRead();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Page />
    </StrictMode>,
  );
});
