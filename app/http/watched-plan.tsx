import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";

const everyMilliseconds = 4_000;

/**
 * Asks every few seconds, while the page is looked at, whether somebody has changed the plan it shows at `rev`; if so, loads the
 * page's data anew and says who did. The browser keeps the answer by its ETag, so that mostly nothing comes back.
 */
export function WatchedPlan({ address, again, rev, me }: { address: string; again: string; rev: number; me: string }) {
  const { revalidate } = useRevalidator();
  const [said, say] = useState("");
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const answer = await fetch(address);
        if (!answer.ok) return;
        const now = (await answer.json()) as { rev: number; by: string | null };
        if (now.rev === rev) return;
        if (now.by !== me) say(`${now.by ?? "Somebody"} has changed this plan. The table shows it as it is now.`);
        revalidate();
      } catch {
        // The next look tries again.
      }
    };
    const timer = setInterval(look, everyMilliseconds);
    return () => clearInterval(timer);
  }, [address, rev, me, revalidate]);
  return (
    <>
      <div role="status">{said ? <p>{said}</p> : null}</div>
      <noscript>
        <p>
          <a href={again}>Look again</a> for what others have changed meanwhile.
        </p>
      </noscript>
    </>
  );
}
