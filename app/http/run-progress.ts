import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Running } from "../domain/plans/running";

const everyMilliseconds = 500;

/**
 * How far a run has got, asked for again and again while the page is looked at; once it is over, the page's data is loaded anew.
 * `began`: what the page came with.
 */
export function useRunProgress(address: string, began: Running): Running {
  const { revalidate, state } = useRevalidator();
  const [running, setRunning] = useState(began);
  useEffect(() => {
    // Another look would break off the loading of the page's data, again and again.
    if (state !== "idle") return;
    let isGone = false;
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const answer = await fetch(address);
        if (!answer.ok || isGone) return;
        const { running: now } = (await answer.json()) as { running: Running | null };
        if (now) setRunning(now);
        else revalidate();
      } catch {
        // The next look tries again.
      }
    };
    const timer = setInterval(look, everyMilliseconds);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [address, revalidate, state]);
  return running;
}
