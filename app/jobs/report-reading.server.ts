import { listUnmentored } from "../../db/queries/free-tasks.server";
import type { Partner } from "../../db/queries/partners.server";
import { limits } from "../domain/limits";
import { beforePairing } from "../domain/plans/before-pairing";
import { unpaired } from "../domain/plans/pairing";
import { dayInWords, sprintDays } from "../domain/sprint/days";
import type { Known } from "./known-plan";

/** The report before pairing, ready tasks that name nobody to ask, and as much of the mentors as asking them takes. */
export async function readReport({ db, communityId, pairing, once }: Known, _: Record<never, never>) {
  const { sprint } = pairing;
  const people: readonly Partner[] = pairing.people;
  const wanted = [...new Set(unpaired(pairing).flatMap(({ themes }) => themes.map(({ id }) => id)))];
  const days = sprintDays(sprint).map((day) => ({ day, name: dayInWords(day) }));
  const report = once("report", () => beforePairing(pairing, days));
  const mentors = people.filter(({ role }) => role === "mentor");
  const asked = new Set([...mentors, ...report.notPairable].map(({ id }) => id));
  return {
    report,
    unmentored: await listUnmentored(db, communityId, wanted, limits.pageSize),
    mentors: mentors.map(({ id, seats, paused, themes }) => ({
      id,
      seats,
      paused,
      themes: themes.map(({ id }) => ({ id })),
    })),
    people: people.filter(({ id }) => asked.has(id)).map(({ id, personId }) => ({ id, personId })),
  };
}
