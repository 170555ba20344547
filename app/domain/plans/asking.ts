import type { BeforePairing, NotPairable } from "./before-pairing";

/** A mail that is ready to be sent: whom it asks, by registration, and what it says. */
export type Asking = { to: number[]; who: string; subject: string; text: string };

type Sprint = { name: string };

/** Asks somebody whom nobody could take for what would help: another language, or other hours. */
export const askNewcomer = ({ id, name, because }: NotPairable, sprint: Sprint): Asking => ({
  to: [id],
  who: name,
  subject: `Finding you a mentor at ${sprint.name}`,
  text: `Hello ${name},

we would like to find you a mentor at ${sprint.name}, and so far there is nobody who fits: ${because.charAt(0).toLowerCase()}${because.slice(1)}

Do you speak another language well enough, or have time at other hours? Add it to your registration, and we look again. If not, tell us, and we find another way.
`,
});

/** Asks mentors for one more seat, when there are fewer than newcomers; null when there are enough. */
export function askMentors(
  { newcomers, seats }: Pick<BeforePairing, "newcomers" | "seats">,
  mentors: readonly { id: number; seats: number | null }[],
  sprint: Sprint,
  most: number,
): Asking | null {
  const able = mentors.filter((mentor) => (mentor.seats ?? 0) < most);
  if (seats >= newcomers || able.length === 0) return null;
  const missing = newcomers - seats;
  return {
    to: able.map(({ id }) => id),
    who:
      able.length === 1 ? "the mentor who could take one more" : `the ${able.length} mentors who could take one more`,
    subject: `One more seat at ${sprint.name}?`,
    text: `Hello,

${missing === 1 ? "one newcomer" : `${missing} newcomers`} at ${sprint.name} would be left without a mentor as things are. Could you take one more? You can add a seat in your registration, and take it back any time before the pairs are published.

If it is too much, leave it as it is. Thank you for what you already give.
`,
  };
}
