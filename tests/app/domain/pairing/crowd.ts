import type { Mentor, Newcomer } from "../../../../app/domain/pairing/people";
import { seeded } from "./made-up";
import { mentor, newcomer, weekly } from "./people";

/**
 * As many people as are wanted at the sprint in Palafrugell, always the same for the same seed. They differ in few things:
 * plans have ties.
 */
export function crowd(seed: number, newcomers: number, mentors: number): { newcomers: Newcomer[]; mentors: Mentor[] } {
  const random = seeded(seed);
  const some = <Thing>(things: readonly Thing[], least: number) => {
    const picked = things.filter(() => random() < 0.5);
    return picked.length < least ? things.slice(0, least) : picked;
  };
  const facts = (id: number) => ({
    id,
    languages: some(["en", "es", "fr"], 1),
    themes: some([1, 2, 3], 0),
    days: some(["2025-05-01", "2025-05-02", "2025-05-03"], 1),
    attendance: random() < 0.6 ? ("on_site" as const) : ("online" as const),
    timeZone: ["Europe/Madrid", "Asia/Kathmandu", "America/New_York"][Math.floor(random() * 3)] ?? "UTC",
    weeklyHours: weekly(...some(["thu 14:00-18:00", "fri 09:00-12:00", "sat 10:00-16:00", "sat 20:00-23:00"], 1)),
    firstTime: random() < 0.5,
    notWith: [],
  });
  return {
    newcomers: Array.from({ length: newcomers }, (_, at) =>
      newcomer(`newcomer ${at}`, { ...facts(100_000 + at), wants: some(["docs", "css", "typing"], 0) }),
    ),
    mentors: Array.from({ length: mentors }, (_, at) =>
      mentor(`mentor ${at}`, {
        ...facts(500_000 + at),
        knows: some(["docs", "css", "typing"], 1),
        seats: Math.floor(random() * 4),
      }),
    ),
  };
}
