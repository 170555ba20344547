import { describe, expect, it } from "vitest";
import { type RunWatch, runPlanOfCrowd } from "../../../db/queries/crowd-planning.server";
import { undoStep } from "../../../db/queries/plan-undoing.server";
import { moveInPlan, runPlan } from "../../../db/queries/planning.server";
import { findDraft } from "../../../db/queries/plans.server";
import { type Cast, makeCast } from "../../support/cast";
import { type Comer, comes, seating, sprintOf } from "../../support/crowd";
import { testDatabase } from "../../support/database";

const { db, sql, stageOnce } = await testDatabase();
let cast: Cast;
let at: { communityId: number; sprintId: number; personId: number };
let priya: Comer;
let kofi: Comer;

stageOnce(async () => {
  cast = await makeCast(db);
  const sprint = await sprintOf(db, cast.django);
  at = { communityId: cast.django.id, sprintId: sprint.id, personId: cast.mireia.id };
  priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
  kofi = await comes(db, cast.django, "Kofi Abara");
});

const doer = () => ({ personId: at.personId, requestId: "test" });
const run = (seen: number | null, watched: Partial<RunWatch> = {}) =>
  runPlanOfCrowd(db, doer(), at, seen, { watch: () => {}, enter: () => true, leave: () => {}, ...watched });
const draftOf = () => findDraft(db, at.communityId, at.sprintId);

/** Does something right before a run would store its plan: the first time, or each time. */
const meanwhile = (deed: () => Promise<unknown>, times = 1) => {
  let rounds = 0;
  const enter = async () => {
    if (rounds++ < times) await deed();
    return true;
  };
  return { enter, rounds: () => rounds };
};

describe("a crowd that is paired beside the server", () => {
  it("gets the very draft that it gets within a request, and hears step by step how far it is", async () => {
    const steps: string[] = [];
    const ran = await run(null, { watch: (step) => void steps.push(step) });
    expect(ran).toEqual({ is: "done", said: { ran: "made", rev: 1 } });
    expect([...new Set(steps)]).toEqual(["comparing", "placing", "proving"]);
    const beside = await seating(db, cast.django);
    await runPlan(db, doer(), at, 1);
    expect(await seating(db, cast.django)).toEqual(beside);
    expect(beside.draft).toEqual(["Kofi Abara with Priya Sharma"]);
  });

  it("is paired anew when somebody registers meanwhile, so that the plan knows them", async () => {
    const lee = meanwhile(() => comes(db, cast.django, "Late Lee"));
    expect(await run(null, lee)).toMatchObject({ is: "done", said: { ran: "made" } });
    expect(lee.rounds()).toBe(2);
    expect((await seating(db, cast.django)).draft).toContain("Late Lee with Priya Sharma");
  });

  it("gets no plan where people keep registering, and is told to wait a while", async () => {
    let late = 0;
    const crowd = meanwhile(() => comes(db, cast.django, `Late Lee the ${++late}.`), 10);
    const ran = await run(null, crowd);
    expect(crowd.rounds()).toBe(3);
    expect(ran).toMatchObject({ is: "no", verdict: { because: expect.stringContaining("Run it again in a while.") } });
    expect(await draftOf()).toBeNull();
  });

  it("keeps what somebody changed in the draft meanwhile, rather than the new plan", async () => {
    await run(null);
    const wait = { newcomerId: kofi.registrationId, mentorId: null, fix: false };
    const zoe = meanwhile(() => moveInPlan(db, doer(), { ...at, personId: cast.zoe.id }, 1, wait));
    expect(await run(1, zoe)).toEqual({ is: "late" });
    expect((await seating(db, cast.django)).draft).toEqual(["Kofi Abara waits"]);
  });

  it("has one first draft, of two that are made at once", async () => {
    const zoe = meanwhile(() => runPlan(db, doer(), at, null));
    expect(await run(null, zoe)).toEqual({ is: "done", said: { ran: "there already", rev: 1 } });
    expect((await draftOf())?.rev).toBe(1);
  });

  it("is on the audit trail with one row for each newcomer, as it comes and as it goes, and changes nothing without a name", async () => {
    await comes(db, cast.django, "Ana Villa");
    await comes(db, cast.django, "Bo Lind", { languages: ["sv"] });
    await run(null);
    await comes(db, cast.django, "Late Lee");
    await run(1);
    const rows = await sql`select object, before is null as came, count(*)::int, min(actor_id)::int as by,
        bool_or(coalesce(before, after) ?| array['fit', 'reasons', 'because']) as tells
      from audit_rows where object in ('planned_pairs', 'planned_waits') and action = 'run pairing' group by 1, 2 order by 1, 2`;
    const by = { by: cast.mireia.id, tells: false };
    expect(rows).toEqual([
      { object: "planned_pairs", came: false, count: 2, ...by },
      { object: "planned_pairs", came: true, count: 5, ...by },
      { object: "planned_waits", came: false, count: 1, ...by },
      { object: "planned_waits", came: true, count: 2, ...by },
    ]);
    await expect(sql`delete from planned_pairs`).rejects.toThrow("a change of planned_pairs names no action");
    await expect(sql`update planned_pairs set seat = seat`).rejects.toThrow("names no action");
    await sql`delete from planned_waits where because = 'nobody waits for this'`;
  });

  it("is taken back like any other run, with everybody where they were before it", async () => {
    await run(null);
    await moveInPlan(db, doer(), at, 1, { newcomerId: kofi.registrationId, mentorId: null, fix: false });
    await run(2);
    expect((await seating(db, cast.django)).draft).toEqual(["Kofi Abara with Priya Sharma"]);
    expect(await undoStep(db, doer(), at, 3)).toMatchObject({ is: "done", said: { deed: "run", rev: 3 } });
    expect((await seating(db, cast.django)).draft).toEqual(["Kofi Abara waits"]);
  });

  it("is as it was, and on no audit trail, when it is stopped before the end", async () => {
    const rows = async () => (await sql`select count(*)::int as count from audit_rows`)[0]?.count;
    const audited = await rows();
    expect(await run(null, { enter: () => false })).toMatchObject({ is: "no" });
    expect([await draftOf(), await rows()]).toEqual([null, audited]);
  });

  it("holds up nobody who registers while it is worked out", async () => {
    let registered: Promise<Comer> | null = null;
    const ran = run(null, {
      watch(step) {
        if (step === "placing") registered ??= comes(db, cast.django, "Late Lee");
      },
      async enter() {
        expect((await registered)?.name).toBe("Late Lee");
        return true;
      },
    });
    expect(await ran).toMatchObject({ is: "done" });
    expect(priya.registrationId).toBeGreaterThan(0);
  });
});
