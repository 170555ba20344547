import type { ChampionAnswer, ChampionEnding } from "./words";

/** How a champion's time ended, in a list of those before: "stepped back". */
export const endedWords: Record<ChampionEnding, string> = {
  stepped_back: "stepped back",
  relieved: "was relieved by an organizer",
  left: "left the community",
};

/** What is said once a theme has been offered. `own`: to oneself; `carries`: it is theirs with that. */
export function offeredWords({ own, carries, name }: { own: boolean; carries: boolean; name: string }): string {
  if (carries) return "You carry this theme now. The page names you as the one to ask about it.";
  return own
    ? "Your offer is with the organizers. They answer you by mail."
    : `${name} has been asked. The answer is theirs.`;
}

/** What is said once an offer has been answered. `own`: by the person it is about. */
export function answeredWords(answer: Exclude<ChampionAnswer, "lapsed">, own: boolean, name: string): string {
  switch (answer) {
    case "accepted":
      return own ? "You carry this theme now. Thank you." : `${name} carries this theme now.`;
    case "declined":
      return own ? "You have declined, and that is fine." : `${name} has been told by mail that it was not this time.`;
    default:
      return "The offer is taken back.";
  }
}

/** What is said once a champion has stopped. */
export const steppedBackWords = (own: boolean, name: string): string =>
  own
    ? "You have stepped back. What you carried stays on record, and somebody else can take it on."
    : `${name} no longer carries this theme. What they carried stays on record.`;
