import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "../../../../app/domain/limits";
import { canCheck, staleBecause } from "../../../../app/domain/tasks/staleness";

const now = new Date("2026-05-04T09:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const facts = { checkedAt: ago(1), whyChangedAt: null, waitsChangedAt: null, now };

describe("a task asks to be checked", () => {
  it("once nobody has looked for 60 days, and not a moment before", () => {
    expect(staleBecause({ ...facts, checkedAt: ago(limits.checkedDays) })).toBe("Nobody has checked it for 60 days.");
    expect(staleBecause({ ...facts, checkedAt: new Date(ago(limits.checkedDays).getTime() + 1) })).toBeNull();
  });

  it("when the theme's why or what it waits for has changed since, and says which", () => {
    expect(staleBecause({ ...facts, whyChangedAt: ago(0) })).toMatch(/^The theme's why has changed/);
    expect(staleBecause({ ...facts, waitsChangedAt: ago(0) })).toMatch(/^What it waited for has changed/);
    expect(staleBecause({ ...facts, whyChangedAt: ago(2), waitsChangedAt: ago(1) })).toBeNull();
  });

  it("never right after it was checked, whatever happened before", () => {
    const past = fc.option(fc.integer({ min: 0, max: 1_000 }).map(ago), { nil: null });
    fc.assert(
      fc.property(past, past, (whyChangedAt, waitsChangedAt) => {
        expect(staleBecause({ checkedAt: now, whyChangedAt, waitsChangedAt, now })).toBeNull();
      }),
    );
  });
});

it("organizers and the task's mentor say that it is still true, while it is open", () => {
  const open = { finished: false, mentorId: 7 };
  expect(canCheck(open, { personId: 7, organizer: false }).ok).toBe(true);
  expect(canCheck(open, { personId: 8, organizer: true }).ok).toBe(true);
  expect(canCheck(open, { personId: 8, organizer: false })).toMatchObject({ ok: false, status: 403 });
  expect(canCheck({ ...open, finished: true }, { personId: 7, organizer: false })).toMatchObject({ status: 409 });
});
