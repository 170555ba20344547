import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { byUrgency } from "../../../app/domain/pairs/health";
import { phaseOf } from "../../../app/domain/sprint/phase";
import { listBlocks } from "../../../db/queries/blocks.server";
import { listCheckIns } from "../../../db/queries/check-ins.server";
import { findCommunity } from "../../../db/queries/communities.server";
import { listTrackedPairs } from "../../../db/queries/pair-tracking.server";
import { findPairing } from "../../../db/queries/pairing.server";
import { findPublished } from "../../../db/queries/plans.server";
import { listSprints } from "../../../db/queries/sprints.server";
import { seedExample } from "../../../db/seed/example.server";
import { testDatabase } from "../../support/database";

/** A weekday in spring, the night before and the afternoon after clocks go forward, the day they go back, a New Year. */
const moments = [
  "2026-05-04T09:00:00Z",
  "2026-03-28T23:30:00Z",
  "2026-03-29T15:00:00Z",
  "2026-10-25T00:30:00Z",
  "2026-12-31T23:59:00Z",
];

describe.each(moments)("the example, looked at first on %s", async (moment) => {
  const { db, setClock } = await testDatabase();
  let told: Awaited<ReturnType<typeof tell>>;

  async function tell() {
    await setClock(moment);
    await seedExample(db);
    const django = await findCommunity(db, "django", null);
    const [sprint] = django ? await listSprints(db, django.id) : [];
    if (!django || !sprint) throw new Error("the example has no sprint");
    const [pairing, pairs] = await Promise.all([
      findPairing(db, django.id, sprint),
      listTrackedPairs(db, django.id, sprint.id),
    ]);
    return { django, sprint, pairing, pairs };
  }

  beforeAll(async () => {
    told = await tell();
  });

  it("is on the second of three days", () => {
    const { django, sprint } = told;
    expect(phaseOf(sprint, django.now)).toBe("on");
    expect(phaseOf(sprint, new Date(django.now.getTime() - 48 * 3_600_000))).toBe("open");
    expect(phaseOf(sprint, new Date(django.now.getTime() + 48 * 3_600_000))).toBe("over");
    expect(sprint.openedAt?.getTime()).toBeLessThan(django.now.getTime());
    expect(sprint).toMatchObject({ place: "Palafrugell", capacity: 16, dayStarts: "08:00", dayEnds: "14:00" });
  });

  it("has nine newcomers and five mentors, everybody with a place, and nobody over their seats", () => {
    const { people, pairs } = told.pairing;
    expect(people.filter(({ role }) => role === "newcomer")).toHaveLength(9);
    expect(people.filter(({ role }) => role === "mentor")).toHaveLength(5);
    for (const mentor of people.filter(({ role }) => role === "mentor")) {
      const seats = pairs.filter(({ mentorId }) => mentorId === mentor.id).map(({ seat }) => seat);
      expect(new Set(seats).size, mentor.name).toBe(seats.length);
      expect(Math.max(0, ...seats), mentor.name).toBeLessThanOrEqual(mentor.seats ?? 0);
      expect(seats.length, mentor.name).toBeGreaterThan(0);
    }
  });

  it("has pairs in every state, the same whatever the day", () => {
    const said = byUrgency(told.pairs, told.django.now).map(({ pair, health }) => [
      pair.newcomer.name,
      pair.mentor.name,
      health.is,
    ]);
    expect(said).toEqual([
      ["Zoë Ito", "Priya Sharma", "stuck"],
      ["Bilal Qureshi", "Priya Sharma", "new"],
      ["Tomás Herrera", "Mireia Puig", "quiet"],
      ["Rosa Marchetti", "Mireia Puig", "slow"],
      ["Hannah Weiss", "Lin Tamm", "slow"],
      ["Kofi Abara", "Priya Sharma", "well"],
      ["Ana Sofía Duarte", "Sanne de Wit", "well"],
      ["Ngozi Eze", "Omar Haddad", "well"],
    ]);
    for (const { reasons, newcomer } of told.pairs) expect(reasons.length, newcomer.name).toBeGreaterThan(1);
  });

  it("lets Pema alone wait, and says which rule is in the way", async () => {
    const { django, sprint, pairing } = told;
    const paired = new Set(pairing.pairs.map(({ newcomerId }) => newcomerId));
    const without = pairing.people.filter(({ id, role }) => role === "newcomer" && !paired.has(id));
    expect(without.map(({ name }) => name)).toEqual(["Pema Gurung"]);
    const plan = await findPublished(db, django.id, sprint.id);
    expect(plan?.waits).toMatchObject([
      { newcomer: "Pema Gurung", because: "Nobody shares two hours with Pema Gurung." },
    ]);
    expect(pairing.draft).toBeNull();
  });

  it("has the task that Zoë is stuck with in her pair's theme, and a pair that ended for a reason", async () => {
    const { django, pairs } = told;
    const zoe = pairs.find(({ newcomer }) => newcomer.name === "Zoë Ito");
    expect(zoe?.tasks).toMatchObject([{ title: "Document how to add a second factor with today's hooks" }]);
    const [newest] = await listCheckIns(db, django.id, zoe?.id ?? 0);
    expect(newest).toMatchObject({ mood: "stuck", author: "Zoë Ito" });
    expect(newest?.blocks).toContain("login view");
    const endings = await db.execute(
      sql`select e.reason, e.ended_at < app_now() as over, e.ended_at > p.active_at as after from pair_endings e
        join pairs p on p.community_id = e.community_id and p.id = e.pair_id`,
    );
    expect(endings).toEqual([{ reason: "handed_over", over: true, after: true }]);
  });

  it("has a lock-in on the afternoon of the day", async () => {
    const { django, sprint } = told;
    const [lockIn, ...more] = await listBlocks(db, django.id, sprint.id);
    expect(more).toEqual([]);
    const clock = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Madrid", dateStyle: "short", timeStyle: "short" });
    const [today] = clock.format(django.now).split(" ");
    expect(clock.format(lockIn?.startsAt)).toBe(`${today} 15:00`);
    expect(lockIn?.doneWhen).not.toBe("");
  });

  it("tells of nothing that is yet to happen", async () => {
    const late = await db.execute(sql`
      select 'check-in' as what from check_ins where created_at > app_now()
      union all select 'registration' from registrations where created_at > app_now()
      union all select 'hello before the pair' from check_ins c join pairs p on p.id = c.pair_id where c.created_at < p.active_at
      union all select 'check-in after the end' from check_ins c join pairs p on p.id = c.pair_id where c.created_at > p.ended_at
      union all select 'pair before its people' from pairs p join registrations r on r.id in (p.newcomer_id, p.mentor_id)
        where r.created_at > p.active_at
      union all select 'registration before it was opened' from registrations r join sprints s on s.id = r.sprint_id
        where r.created_at < s.opened_at
      union all select 'next meeting that is over' from check_ins where next_at < app_now()`);
    expect(late).toEqual([]);
  });
});
