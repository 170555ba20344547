import { describe, expect, it } from "vitest";
import { readLockIn, readNext } from "../../../../app/domain/pairs/meeting-times";

const now = new Date("2026-03-20T09:00:00Z");
const next = (day: string | null, clock: string | null, timeZone = "Europe/Madrid") =>
  readNext({ day, clock, timeZone }, now);

describe("when a pair meets next", () => {
  it("is read on the writer's own clock", () => {
    expect(next("2026-03-21", "15:00")).toEqual({ ok: true, at: new Date("2026-03-21T14:00:00Z") });
    expect(next("2026-03-21", "15:00", "Asia/Kathmandu")).toEqual({ ok: true, at: new Date("2026-03-21T09:15:00Z") });
    expect(next("2026-03-21", "15:00", "Pacific/Kiritimati")).toEqual({
      ok: true,
      at: new Date("2026-03-21T01:00:00Z"),
    });
  });

  it("may be left out, but only whole", () => {
    expect(next(null, null)).toEqual({ ok: true, at: null });
    expect(next("2026-03-21", null)).toMatchObject({ ok: false, fault: { field: "nextTime" } });
    expect(next(null, "15:00")).toMatchObject({ ok: false, fault: { field: "nextDay" } });
  });

  it("is no time that the clocks leave out, and the next one that exists is named", () => {
    expect(next("2026-03-29", "02:30")).toEqual({
      ok: false,
      fault: {
        field: "nextTime",
        message:
          "02:30 does not exist on Sunday 29 March 2026 in Europe/Madrid: clocks go forward past it. Use 03:00 instead.",
      },
    });
  });

  it("lies ahead", () => {
    expect(next("2026-03-20", "10:00")).toMatchObject({ ok: false, fault: { field: "nextDay" } });
    expect(next("2026-03-20", "10:01")).toMatchObject({ ok: true });
  });
});

describe("a lock-in", () => {
  const sprint = { startsOn: "2026-03-28", timeZone: "Europe/Madrid" };
  const read = (day: string, from: string, until: string, at = now) => readLockIn({ day, from, until }, sprint, at);
  const refused = (answer: ReturnType<typeof read>) => (answer.ok ? [] : answer.faults.map(({ field }) => field));

  it("is read on the sprint's clock", () => {
    expect(read("2026-03-28", "09:00", "11:00")).toEqual({
      ok: true,
      startsAt: new Date("2026-03-28T08:00:00Z"),
      endsAt: new Date("2026-03-28T10:00:00Z"),
    });
  });

  it("is on the sprint's days or later, never before", () => {
    expect(read("2026-03-27", "09:00", "11:00")).toEqual({
      ok: false,
      faults: [
        { field: "day", message: "The sprint starts on Saturday 28 March 2026. Choose that day or a later one." },
      ],
    });
    expect(read("2026-06-01", "09:00", "11:00").ok).toBe(true);
  });

  it("ends after it starts, with both fields named", () => {
    expect(refused(read("2026-03-28", "11:00", "11:00"))).toEqual(["from", "until"]);
  });

  it("is no hour that the clocks leave out, nor one that is over", () => {
    expect(refused(read("2026-03-29", "02:15", "02:45"))).toEqual(["from", "until"]);
    expect(refused(read("2026-03-28", "09:00", "11:00", new Date("2026-03-28T10:00:00Z")))).toEqual(["day"]);
  });
});
