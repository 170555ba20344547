import { expect, it } from "vitest";
import { limits } from "../../../../app/domain/limits";
import { canEndPreparation, canPrepare, canWriteGuidance } from "../../../../app/domain/preparations/deeds";

const free = { reached: false, heldBy: null, personId: 1, member: true, active: 0 };
const [zoe, priya, mireia] = [
  { personId: 1, organizer: false },
  { personId: 2, organizer: false },
  { personId: 3, organizer: true },
];

it("a member takes a piece of preparation; somebody who is none is told how to become one", () => {
  expect(canPrepare(free).ok).toBe(true);
  expect(canPrepare({ ...free, member: false })).toMatchObject({ ok: false, status: 403 });
});

it("whoever comes second is told who was faster", () => {
  expect(canPrepare({ ...free, heldBy: { personId: 2, name: "Priya" } })).toMatchObject({
    status: 409,
    because: "Priya prepares this now. Take another piece, or ask Priya.",
  });
  expect(canPrepare({ ...free, heldBy: { personId: 1, name: "Zoë" } })).toMatchObject({
    because: "You prepare this already.",
  });
});

it("what is there already needs no preparing", () => {
  expect(canPrepare({ ...free, reached: true })).toMatchObject({ ok: false, status: 409 });
});

it("somebody prepares as many things as the limit says, and not one more", () => {
  expect(canPrepare({ ...free, active: limits.activePreparations - 1 }).ok).toBe(true);
  expect(canPrepare({ ...free, active: limits.activePreparations })).toMatchObject({ ok: false, status: 409 });
});

it("only whoever prepares a task writes its guidance, as long as they prepare it", () => {
  const task = { kind: "task", personId: 1, holds: true } as const;
  expect(canWriteGuidance(task, 1).ok).toBe(true);
  expect(canWriteGuidance(task, 2)).toMatchObject({ ok: false, status: 403 });
  expect(canWriteGuidance({ ...task, kind: "answer" }, 1)).toMatchObject({ ok: false, status: 403 });
  expect(canWriteGuidance({ ...task, holds: false }, 1)).toMatchObject({ ok: false, status: 409 });
});

it("it is handed back by its holder, freed by an organizer, and by nobody else", () => {
  const running = { personId: 1, ended: false };
  expect(canEndPreparation(running, zoe)).toEqual({ verdict: { ok: true }, reason: "released" });
  expect(canEndPreparation(running, mireia)).toEqual({ verdict: { ok: true }, reason: "removed" });
  expect(canEndPreparation(running, priya).verdict).toMatchObject({ ok: false, status: 403 });
  expect(canEndPreparation({ ...running, ended: true }, zoe).verdict).toMatchObject({ ok: false, status: 409 });
});
