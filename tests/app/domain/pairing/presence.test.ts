import { describe, expect, it } from "vitest";
import type { PairingSprint, Participant } from "../../../../app/domain/pairing/people";
import { isThere, PresenceReader, sharedMinutes } from "../../../../app/domain/pairing/presence";
import { mentor, newcomer, palafrugell, weekly } from "./people";

/** Hours that two people share at a sprint. */
function sharedHours(sprint: PairingSprint, one: Participant, other: Participant): number {
  const reader = new PresenceReader(sprint);
  const minutes = sharedMinutes(reader.read(one), reader.read(other));
  expect(sharedMinutes(reader.read(other), reader.read(one))).toBe(minutes);
  return minutes / 60;
}

const online = (timeZone: string, days: string[], ...hours: string[]) =>
  ({ attendance: "online", timeZone, days, weeklyHours: weekly(...hours) }) as const;

const days = ["2025-05-01", "2025-05-02", "2025-05-03"];

describe("in person", () => {
  it("two people share the sprint's hours on the days both come", () => {
    const ada = newcomer("Ada", { days: ["2025-05-01", "2025-05-02"] });
    expect(sharedHours(palafrugell, ada, mentor("Bo", { days: ["2025-05-02", "2025-05-03"] }))).toBe(6);
    expect(sharedHours(palafrugell, ada, mentor("Bo", { days: ["2025-05-03"] }))).toBe(0);
    expect(sharedHours(palafrugell, ada, mentor("Bo"))).toBe(12);
  });

  it("weekly hours do not matter, and days the sprint does not have count for nothing", () => {
    const ada = newcomer("Ada", { days: ["2025-05-03", "2025-05-04"], weeklyHours: weekly("sun 08:00-14:00") });
    expect(sharedHours(palafrugell, ada, mentor("Bo", { days: ["2025-05-03", "2025-05-04"] }))).toBe(6);
  });

  it("a day on which clocks leave out an hour is an hour shorter", () => {
    const night = {
      ...palafrugell,
      startsOn: "2025-03-30",
      endsOn: "2025-03-30",
      dayStarts: "00:00",
      dayEnds: "06:00",
    };
    const days = ["2025-03-30"];
    expect(sharedHours(night, newcomer("Ada", { days }), mentor("Bo", { days }))).toBe(5);
  });
});

describe("where one of the two is online", () => {
  it("they share the weekly hours of both on the sprint's dates, by one clock", () => {
    const ada = newcomer("Ada", online("Europe/Madrid", days, "thu 18:00-21:00", "wed 18:00-21:00"));
    const bo = mentor("Bo", { days, weeklyHours: weekly("thu 19:00-23:00", "wed 18:00-21:00") });
    expect(sharedHours(palafrugell, ada, bo)).toBe(2);
  });

  it("Kathmandu is 3 hours 45 minutes ahead of Palafrugell in May", () => {
    const ada = newcomer("Ada", online("Asia/Kathmandu", days, "fri 18:00-20:00"));
    const bo = mentor("Bo", online("Europe/Madrid", days, "fri 14:15-16:15"));
    expect(sharedHours(palafrugell, ada, bo)).toBe(2);
    expect(sharedHours(palafrugell, ada, mentor("Bo", online("Europe/Madrid", days, "fri 16:00-18:00")))).toBe(0.25);
  });

  it("a mentor on the other side of the date line is there on what is Saturday for them and Friday for the sprint", () => {
    const friday = ["2025-05-02"];
    const ada = newcomer("Ada", online("Europe/Madrid", friday, "fri 20:00-23:00"));
    // 20:00 in Palafrugell is 06:00 of the next day in Auckland.
    const tui = mentor("Tui", online("Pacific/Auckland", friday, "sat 06:00-09:00", "fri 06:00-09:00"));
    expect(sharedHours(palafrugell, ada, tui)).toBe(3);
    // 20:00 in Palafrugell is 07:00 of the same day in Pago Pago, a whole day behind Auckland.
    const sina = mentor("Sina", online("Pacific/Pago_Pago", friday, "fri 07:00-10:00"));
    expect(sharedHours(palafrugell, ada, sina)).toBe(3);
    expect(sharedHours(palafrugell, { ...sina, ...online("Pacific/Pago_Pago", friday, "sun 00:00-24:00") }, tui)).toBe(
      0,
    );
  });

  it("the sprint's dates end where they end for the sprint", () => {
    const all = weekly("thu 00:00-24:00", "fri 00:00-24:00", "sat 00:00-24:00", "sun 00:00-24:00", "wed 00:00-24:00");
    const anywhere = { attendance: "online", weeklyHours: all } as const;
    const ada = newcomer("Ada", { ...anywhere, timeZone: "America/Los_Angeles" });
    const bo = mentor("Bo", { ...anywhere, timeZone: "Asia/Tokyo" });
    expect(sharedHours(palafrugell, ada, bo)).toBe(72);
    expect(sharedHours(palafrugell, { ...ada, days: ["2025-05-02"] }, bo)).toBe(24);
  });

  it("hours that run over midnight, and over the end of the week, run on", () => {
    const weekend = { ...palafrugell, startsOn: "2025-05-04", endsOn: "2025-05-05" };
    const days = ["2025-05-04", "2025-05-05"];
    const over = { attendance: "online", days, weeklyHours: [[6 * 1440 + 22 * 60, 7 * 1440 + 2 * 60]] } as const;
    const bo = mentor("Bo", online("Europe/Madrid", days, "sun 23:00-24:00", "mon 00:00-05:00"));
    expect(sharedHours(weekend, newcomer("Ada", over), bo)).toBe(3);
    expect(sharedHours(weekend, newcomer("Ada", over), { ...bo, days: ["2025-05-05"] })).toBe(2);
  });
});

describe("where clocks change during the sprint", () => {
  /** Clocks in Madrid go from 02:00 to 03:00 on 30 March 2025, and from 03:00 back to 02:00 on 26 October 2025. */
  const spring = { ...palafrugell, startsOn: "2025-03-29", endsOn: "2025-03-31" };
  const springDays = ["2025-03-29", "2025-03-30", "2025-03-31"];
  const autumn = { ...palafrugell, startsOn: "2025-10-25", endsOn: "2025-10-27" };
  const autumnDays = ["2025-10-25", "2025-10-26", "2025-10-27"];

  it("the same hours by the clock meet before the change and not after, where the other's clocks stay", () => {
    const inMadrid = (...hours: string[]) => newcomer("Ada", online("Europe/Madrid", springDays, ...hours));
    const inLagos = (...hours: string[]) => mentor("Ngozi", online("Africa/Lagos", springDays, ...hours));
    expect(sharedHours(spring, inMadrid("sat 10:00-12:00"), inLagos("sat 10:00-12:00"))).toBe(2);
    expect(sharedHours(spring, inMadrid("sun 10:00-12:00"), inLagos("sun 10:00-12:00"))).toBe(1);
    expect(sharedHours(spring, inMadrid("sun 10:00-12:00"), inLagos("sun 09:00-11:00"))).toBe(2);
  });

  it("an hour that does not exist is no hour", () => {
    const inUtc = mentor("Ursula", online("UTC", springDays, "sun 00:00-04:00", "sat 22:00-24:00"));
    const at = (hours: string) => newcomer("Ada", online("Europe/Madrid", springDays, hours));
    expect(sharedHours(spring, at("sun 02:00-03:00"), inUtc)).toBe(0);
    expect(sharedHours(spring, at("sun 01:00-02:30"), inUtc)).toBe(1);
    expect(sharedHours(spring, at("sun 02:30-04:00"), inUtc)).toBe(1);
    expect(sharedHours(spring, at("sun 00:00-05:00"), inUtc)).toBe(4);
  });

  it("an hour that comes twice is two hours", () => {
    const inUtc = mentor("Ursula", online("UTC", autumnDays, "sat 20:00-24:00", "sun 00:00-04:00"));
    const at = (hours: string) => newcomer("Ada", online("Europe/Madrid", autumnDays, hours));
    expect(sharedHours(autumn, at("sun 02:00-03:00"), inUtc)).toBe(2);
    expect(sharedHours(autumn, at("sun 02:30-03:30"), inUtc)).toBe(1.5);
    expect(sharedHours(autumn, at("sun 00:00-04:00"), inUtc)).toBe(5);
  });

  it("the zone that changes its clocks can also be the other one's", () => {
    // New York went to summer time on 9 March, Madrid on 30 March: in between they are 5 hours apart, not 6.
    const between = { ...palafrugell, startsOn: "2025-03-14", endsOn: "2025-03-14" };
    const day = ["2025-03-14"];
    const ada = newcomer("Ada", online("America/New_York", day, "fri 09:00-11:00"));
    expect(sharedHours(between, ada, mentor("Bo", online("Europe/Madrid", day, "fri 14:00-16:00")))).toBe(2);
  });
});

it("somebody is there when they have hours on the days they come", () => {
  const reader = new PresenceReader(palafrugell);
  expect(isThere(reader.read(newcomer("Ada")))).toBe(true);
  expect(isThere(reader.read(newcomer("Ada", { days: [] })))).toBe(false);
  expect(isThere(reader.read(newcomer("Ada", online("UTC", days, "mon 10:00-12:00"))))).toBe(false);
  expect(isThere(reader.read(newcomer("Ada", online("UTC", days, "thu 10:00-12:00"))))).toBe(true);
});

it("a zone that is none is refused", () => {
  expect(() => new PresenceReader({ ...palafrugell, timeZone: "Europe/Palafrugell" })).toThrow(RangeError);
  expect(() => new PresenceReader(palafrugell).read(newcomer("Ada", { timeZone: "Mars/Olympus" }))).toThrow(RangeError);
});
