import { describe, expect, it } from "vitest";
import { pairRow } from "../../../../app/domain/pairs/row";

const made = new Date("2026-04-01T09:00:00Z");
const sprint = {
  slug: "palafrugell",
  name: "Palafrugell",
  startsOn: "2026-05-07",
  endsOn: "2026-05-08",
  dayStarts: "08:00",
  dayEnds: "14:00",
  timeZone: "Europe/Madrid",
  online: false,
};
const comes = (personId: number, name: string, weeklyHours: [number, number][] = []) => ({
  personId,
  name,
  days: ["2026-05-07", "2026-05-08"],
  attendance: "on_site" as const,
  timeZone: "Europe/Madrid",
  weeklyHours,
});
const pair = (weeklyHours?: [number, number][]) => ({
  id: 1,
  sprint,
  newcomer: comes(1, "Kofi Abara", weeklyHours),
  mentor: comes(2, "Priya Sharma", weeklyHours),
  lastClaim: null,
  tasks: [],
  starter: null,
  activeAt: made,
  helloAt: null,
  lastCheckIn: null,
  stuckSince: null,
  newsAt: made,
  agreedAt: null,
});
const hoursAt = (now: string, weeklyHours?: [number, number][]) => {
  const { hours, hoursWait } = pairRow(pair(weeklyHours), "newcomer", 1, new Date(now));
  return { hoursWait, from: hours.map(({ from }) => from.toISOString().slice(0, 16)) };
};

describe("the hours a pair is shown", () => {
  it("are the sprint's, long before it, for two who meet only there", () => {
    const atTheSprint = { hoursWait: true, from: ["2026-05-07T06:00", "2026-05-08T06:00"] };
    expect(hoursAt("2026-04-01T09:00:00Z")).toEqual(atTheSprint);
  });

  it("are this week's as soon as there are any", () => {
    expect(hoursAt("2026-05-03T09:00:00Z").hoursWait).toBe(false);
    const mondays: [number, number][] = [[18 * 60, 20 * 60]];
    expect(hoursAt("2026-04-01T09:00:00Z", mondays)).toEqual({ hoursWait: false, from: ["2026-04-06T16:00"] });
  });

  it("are none once the sprint is over, and nothing is waited for", () => {
    expect(hoursAt("2026-05-20T09:00:00Z")).toEqual({ hoursWait: false, from: [] });
  });
});
