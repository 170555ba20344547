import type { Addressee, Desk, Letter } from "../domain/letters";
import { paths } from "../paths";

/** Somebody who has not answered a pair they were told of. */
export type Silent = {
  pairId: number;
  side: "newcomer" | "mentor";
  communitySlug: string;
  sprintName: string;
  person: Addressee;
  other: string;
};

/** Reminds people to answer, in the transaction that keeps that they are reminded: one letter each, about all their pairs. */
export const remind = (desk: Desk, silent: readonly Silent[]): Promise<void> =>
  desk.write(reminderLetters(silent, desk.origin));

/** The letters, one a person and sprint. Nobody reads in them who else has or has not answered. */
export function reminderLetters(silent: readonly Silent[], origin: string): Letter[] {
  const letters = new Map<string, Silent[]>();
  for (const one of silent) {
    const key = `${one.person.personId} ${one.communitySlug} ${one.sprintName}`;
    letters.set(key, [...(letters.get(key) ?? []), one]);
  }
  return [...letters.values()].flatMap((theirs) => {
    const [first] = theirs;
    if (!first) return [];
    const pages = theirs.map(
      ({ other, pairId, communitySlug }) => `${other}\n${origin}${paths.pair({ slug: communitySlug }, pairId)}\n`,
    );
    const part = first.side === "newcomer" ? "your mentor" : theirs.length > 1 ? "your newcomers" : "your newcomer";
    return [
      {
        to: first.person,
        subject: `Does it suit you? ${first.sprintName}`,
        text: `Hello ${first.person.name},

a few days ago we wrote to you about ${part} at ${first.sprintName}, and you have not said yet whether that suits you. It is one press:

${pages.join("\n")}
No is fine too: say so there, and somebody else is found. We do not write about this again.
`,
      },
    ];
  });
}
