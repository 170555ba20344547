import { describe, expect, it } from "vitest";
import { byUrgency, type CheckIn, type HealthFacts, healthOf } from "../../../../app/domain/pairs/health";
import { healthWords, nextStep } from "../../../../app/domain/pairs/words";

const now = new Date("2026-05-08T09:00:00Z");
const ago = (hours: number, minutes = 0) => new Date(now.getTime() - (hours * 60 + minutes) * 60_000);
const mentor = 1;
const newcomer = 2;

const checkIn = (at: Date, more: Partial<CheckIn> = {}): CheckIn => ({
  mood: "well",
  blocks: "",
  nextAt: null,
  authorId: newcomer,
  at,
  ...more,
});

/** A pair that has been greeted, heard from at `at`. */
const heard = (at: Date, more: Partial<HealthFacts> = {}): HealthFacts => ({
  activeAt: ago(100),
  helloAt: ago(90),
  lastCheckIn: checkIn(at, { authorId: mentor }),
  stuckSince: null,
  newsAt: at,
  agreedAt: null,
  ...more,
});

describe("a pair", () => {
  it("waits for its first hello until the mentor has written, whatever the newcomer wrote", () => {
    const made = ago(30);
    const fresh = { ...heard(made), activeAt: made, helloAt: null, lastCheckIn: null };
    expect(healthOf(fresh, now)).toEqual({ is: "new", since: made });
    expect(healthOf({ ...fresh, lastCheckIn: checkIn(ago(1)), newsAt: ago(1) }, now).is).toBe("new");
    expect(healthOf({ ...fresh, helloAt: ago(1), lastCheckIn: checkIn(ago(1)), newsAt: ago(1) }, now).is).toBe("well");
  });

  it("is stuck since it first said so, until somebody says otherwise", () => {
    const stuck = heard(ago(1), { lastCheckIn: checkIn(ago(1), { mood: "stuck" }), stuckSince: ago(5) });
    expect(healthOf(stuck, now)).toEqual({ is: "stuck", since: ago(5) });
    expect(healthOf({ ...stuck, helloAt: null }, now).is).toBe("stuck");
    expect(healthOf({ ...stuck, lastCheckIn: checkIn(ago(0), { mood: "slow" }) }, now).is).toBe("slow");
  });

  it("is quiet after 48 hours without news, and not a minute before", () => {
    expect(healthOf(heard(ago(48)), now).is).toBe("well");
    expect(healthOf(heard(ago(48, 1)), now)).toEqual({ is: "quiet", since: ago(48, 1) });
  });

  it("is not quiet while a meeting both agreed on lies ahead, and is once that is over", () => {
    expect(healthOf(heard(ago(72), { agreedAt: new Date(now.getTime() + 1) }), now).is).toBe("well");
    expect(healthOf(heard(ago(72), { agreedAt: now }), now).is).toBe("quiet");
  });

  it("is not quiet when the newcomer has just taken a task", () => {
    expect(healthOf(heard(ago(72), { newsAt: ago(2) }), now).is).toBe("well");
  });
});

it("the most urgent pair comes first: stuck, no hello, quiet, slow, well; the longest wait before the shorter", () => {
  const pairs = {
    well: heard(ago(1)),
    slow: heard(ago(2), { lastCheckIn: checkIn(ago(2), { mood: "slow" }) }),
    quiet: heard(ago(60)),
    quieter: heard(ago(80)),
    new: { ...heard(ago(3)), activeAt: ago(3), helloAt: null, lastCheckIn: null },
    stuck: heard(ago(1), { lastCheckIn: checkIn(ago(1), { mood: "stuck" }), stuckSince: ago(1) }),
    stuckLonger: heard(ago(1), { lastCheckIn: checkIn(ago(1), { mood: "stuck" }), stuckSince: ago(4) }),
  };
  const named = Object.entries(pairs).map(([name, facts]) => ({ name, ...facts }));
  expect(byUrgency(named, now).map(({ pair }) => pair.name)).toEqual([
    "stuckLonger",
    "stuck",
    "new",
    "quieter",
    "quiet",
    "slow",
    "well",
  ]);
});

it("says how it is to whoever reads it", () => {
  const fresh = { is: "new" as const, since: ago(26) };
  expect(healthWords(fresh, "mentor", now)).toBe("Waiting for your first hello, 1 day");
  expect(healthWords(fresh, "newcomer", now)).toBe("Waiting for the mentor's first hello, 1 day");
  expect(healthWords({ is: "new", since: ago(0, 5) }, "mentor", now)).toBe("Waiting for your first hello");
  expect(healthWords({ is: "quiet", since: ago(49) }, "organizer", now)).toBe("Quiet for 2 days");
  expect(nextStep(fresh, "Kofi")).toBe("Say hello to Kofi");
  expect(nextStep({ is: "stuck", since: now }, "Kofi")).toBe("Answer Kofi");
});
