import { expect, it } from "vitest";
import type { Mentor, Newcomer } from "../../../../app/domain/pairing/people";
import { possibleMinutes } from "../../../../app/domain/pairing/possible";
import { profilesOf } from "../../../../app/domain/pairing/profile";
import { mentor, newcomer, palafrugell, weekly } from "./people";

function minutes(one: Newcomer, other: Mentor): number | null {
  const profiles = profilesOf(palafrugell, [one], [other]);
  const [ada] = profiles.newcomers;
  const [bo] = profiles.mentors;
  if (!ada || !bo) throw new Error("two people have two profiles");
  return possibleMinutes(ada, bo);
}

const online = (...hours: string[]) =>
  ({ attendance: "online", timeZone: "Europe/Madrid", weeklyHours: weekly(...hours) }) as const;

it("two hours are enough, a minute less is not", () => {
  const ada = newcomer("Ada", online("thu 10:00-11:00", "sat 10:00-13:00"));
  expect(minutes(ada, mentor("Bo", online("thu 10:30-12:00", "sat 09:00-11:30")))).toBe(120);
  expect(minutes(ada, mentor("Bo", online("thu 10:31-12:00", "sat 09:00-11:30")))).toBeNull();
});

it("one language in common is enough, however it is written", () => {
  const ada = newcomer("Ada", { languages: ["ca", "ES "] });
  expect(minutes(ada, mentor("Bo", { languages: ["en", "es"] }))).toBe(18 * 60);
  expect(minutes(ada, mentor("Bo", { languages: ["en", "fr"] }))).toBeNull();
  expect(minutes(ada, mentor("Bo", { languages: [] }))).toBeNull();
});

it("nobody is paired with whom they would rather not, on either side", () => {
  const ada = newcomer("Ada");
  const bo = mentor("Bo");
  expect(minutes(ada, bo)).toBe(18 * 60);
  expect(minutes({ ...ada, notWith: [bo.id] }, bo)).toBeNull();
  expect(minutes(ada, { ...bo, notWith: [ada.id] })).toBeNull();
});
