import { describe, expect, it } from "vitest";
import { type ClaimFacts, canClaim, canEndClaim, claimExpiry } from "../../../../app/domain/claims/claim";
import { claimEndings } from "../../../../app/domain/claims/endings";

const zoe = 1;
const kofi = 2;
const mireia = 3;
const free: ClaimFacts = {
  notReadyBecause: null,
  finished: false,
  parked: false,
  heldBy: null,
  personId: kofi,
  activeClaims: 0,
  limit: 2,
};
const held = (personId: number, name: string) => ({
  personId,
  name,
  claimedAt: new Date("2026-05-04T09:00:00Z"),
  expiresAt: new Date("2026-05-07T09:00:00Z"),
});
const because = (facts: Partial<ClaimFacts>) => {
  const verdict = canClaim({ ...free, ...facts });
  return verdict.ok ? null : `${verdict.status} ${verdict.because}`;
};

describe("taking a task", () => {
  it("a newcomer takes a ready task that nobody holds", () => {
    expect(because({})).toBeNull();
  });

  it("whoever is late is told who was faster", () => {
    expect(because({ heldBy: held(zoe, "Zoë") })).toBe(
      "409 Zoë holds this task now. Take one of the others, or look again later.",
    );
  });

  it("whoever holds a task is told that they do, whatever else is the matter with it", () => {
    const all = { heldBy: held(kofi, "Kofi"), finished: true, parked: true, notReadyBecause: "No.", activeClaims: 5 };
    expect(because(all)).toBe("409 You hold this task already.");
  });

  it("a finished task is nobody's to take", () => {
    expect(because({ finished: true })).toBe("409 This task is finished. There are others that are ready to start.");
    expect(because({ finished: true, heldBy: held(zoe, "Zoë") })).toMatch(/This task is finished/);
  });

  it("a task of a parked theme waits, ready or not", () => {
    expect(because({ parked: true, notReadyBecause: "There is no place to start yet." })).toBe(
      "409 The theme of this task is parked for now. Take a task of another theme.",
    );
  });

  it("a task that is not ready says what is missing", () => {
    expect(because({ notReadyBecause: "There is no place to start yet." })).toBe(
      "409 This task cannot be claimed yet. There is no place to start yet.",
    );
  });

  it.each([1, 2, 5])("with a limit of %i the last slot can be used, and no further one", (limit) => {
    expect(because({ activeClaims: limit - 1, limit })).toBeNull();
    expect(because({ activeClaims: limit, limit })).toMatch(/^409 You hold (one task|\d tasks) now, which is the most/);
    expect(because({ activeClaims: limit + 1, limit })).toMatch(/^409 You hold/);
  });

  it("the limit is said in words", () => {
    expect(because({ activeClaims: 2, limit: 2 })).toBe(
      "409 You hold 2 tasks now, which is the most at a time. Finish or hand back one of them first.",
    );
    expect(because({ activeClaims: 1, limit: 1 })).toMatch(/You hold one task now/);
  });

  it("somebody with full hands hears of the task first, because another task would not help", () => {
    expect(because({ activeClaims: 2, heldBy: held(zoe, "Zoë") })).toMatch(/^409 Zoë holds/);
  });
});

describe("ending a claim", () => {
  const holder = { personId: kofi, organizer: false };
  const organizer = { personId: mireia, organizer: true };
  const claim = { personId: kofi, ended: false };
  const allowed = (viewer: typeof holder, of = claim) =>
    claimEndings.filter((reason) => canEndClaim(of, viewer, reason).ok);

  it("its holder hands a task back or finishes it", () => {
    expect(allowed(holder)).toEqual(["released", "finished"]);
  });

  it("an organizer frees a task or marks it as finished", () => {
    expect(allowed(organizer)).toEqual(["finished", "removed"]);
  });

  it("an organizer who holds a task themselves hands it back like anybody", () => {
    expect(allowed(organizer, { personId: mireia, ended: false })).toEqual(["released", "finished"]);
  });

  it("nobody else ends it in any way", () => {
    for (const reason of claimEndings) {
      expect(canEndClaim(claim, { personId: zoe, organizer: false }, reason)).toEqual({
        ok: false,
        status: 403,
        because: "Only the person who holds a task, or an organizer, can end its claim.",
      });
    }
  });

  it("nobody can say that the clock ran out: it does so by itself", () => {
    for (const viewer of [holder, organizer]) expect(canEndClaim(claim, viewer, "expired").ok).toBe(false);
  });

  it("what has ended does not end twice", () => {
    const over = { personId: kofi, ended: true };
    for (const viewer of [holder, organizer]) {
      for (const reason of claimEndings) {
        expect(canEndClaim(over, viewer, reason)).toMatchObject({
          status: 409,
          because: "This claim has already ended.",
        });
      }
    }
  });
});

it("a claim of 72 hours made on a Monday morning runs out on Thursday morning, also when clocks change", () => {
  expect(claimExpiry(new Date("2026-05-04T09:00:00Z"), 72)).toEqual(new Date("2026-05-07T09:00:00Z"));
  expect(claimExpiry(new Date("2026-03-28T12:00:00+01:00"), 24)).toEqual(new Date("2026-03-29T13:00:00+02:00"));
});
