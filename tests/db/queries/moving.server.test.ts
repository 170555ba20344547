import { describe, expect, it } from "vitest";
import { limits } from "../../../app/domain/limits";
import { openClient } from "../../../db/client.server";
import { change, type Doer } from "../../../db/queries/change.server";
import { movePillar, moveTask, moveTheme, type TaskMove } from "../../../db/queries/moving.server";
import { addPillars } from "../../../db/queries/pillars.server";
import { addThemes, deleteTheme } from "../../../db/queries/theme-writing.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";

const { db, sql, address, stageOnce } = await testDatabase();
let cast: Cast;

stageOnce(async () => {
  cast = await makeCast(db);
});

const by = (person: { id: number }): Doer => ({ personId: person.id, requestId: null });
const order = async (pillarId: number | null = cast.django.pillarId) => {
  const rows = await sql`select number from tasks where community_id = ${cast.django.id} and deleted_at is null
    and pillar_id is not distinct from ${pillarId} order by position`;
  return rows.map(({ number }) => Number(number));
};
const rev = async (themeId = cast.django.themeId) => {
  const [row] = await sql`select order_rev from themes where id = ${themeId}`;
  return Number(row?.order_rev);
};

/** A move of a task within its pillar, seen as everything stands unless said. */
const put = async (number: number, before: number | null, more: Partial<TaskMove> = {}, who = cast.mireia) =>
  moveTask(db, by(who), {
    communityId: cast.django.id,
    number,
    from: cast.django.themeId,
    seen: await rev(),
    to: { themeId: cast.django.themeId, pillarId: cast.django.pillarId },
    before,
    ...more,
  });

describe("two organizers at once", () => {
  it("dragging one card: the first has it their way, the second is told who that was, and the card is there once", async () => {
    const [one = 0, two = 0, three = 0] = await order();
    const seen = await rev();
    const answers = await Promise.all([put(one, null, { seen }, cast.mireia), put(one, three, { seen }, cast.priya)]);
    const won = answers.findIndex(({ is }) => is === "moved");
    const lost = answers[1 - won];
    expect(lost).toEqual({ is: "stale", by: won === 0 ? "Mireia Puig" : "Priya Sharma" });
    const after = await order();
    expect(after.filter((number) => number === one)).toHaveLength(1);
    expect(won === 0 ? after.at(-1) : after[after.indexOf(three) - 1]).toBe(one);
    expect(after).toContain(two);
  });

  it("dropping two cards into one slot: both find room there, and nothing else moves", async () => {
    const [one = 0, two = 0, three = 0, four = 0, ...others] = await order();
    const seen = await rev();
    const answers = await Promise.all([put(one, three, { seen }), put(four, three, { seen }, cast.priya)]);
    expect(answers.map(({ is }) => is)).toEqual(["moved", "moved"]);
    expect([
      [two, one, four, three, ...others],
      [two, four, one, three, ...others],
    ]).toContainEqual(await order());
  });

  it("moving cards between two themes in opposite directions never wait for each other in a circle", async () => {
    const [there] = await change(db, stage, "add theme", (tx) =>
      addThemes(tx, cast.django.id, [{ title: "There", why: "", state: "idea" }]),
    );
    const away = { themeId: there?.id ?? 0, pillarId: null };
    const home = { themeId: cast.django.themeId, pillarId: cast.django.pillarId };
    const [one = 0, two = 0, three = 0, four = 0] = await order();
    for (const number of [one, two]) expect(await put(number, null, { to: away })).toMatchObject({ is: "moved" });
    const swap = (number: number, from: number, to: TaskMove["to"]) =>
      put(number, null, { from, to, seen: Number.MAX_SAFE_INTEGER });
    const answers = await Promise.all([
      swap(one, away.themeId, home),
      swap(three, home.themeId, away),
      swap(two, away.themeId, home),
      swap(four, home.themeId, away),
    ]);
    expect(answers.map(({ is }) => is)).toEqual(Array(4).fill("moved"));
    expect((await order()).slice(-2).sort()).toEqual([one, two].sort());
    expect((await order(null)).sort()).toEqual([three, four].sort());
  });

  it("forty moves take forty revs without a gap, and each is on the audit trail with the rev it took", async () => {
    const numbers = await order();
    const seen = await rev();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        put(numbers[index % numbers.length] ?? 0, index % 3 ? (numbers[0] ?? 0) : null, { seen }),
      ),
    );
    expect(await rev()).toBe(seen + 40);
    expect((await order()).toSorted()).toEqual(numbers.toSorted());
    const rows = await sql`select (after->>'placed_rev')::int as placed from audit_rows
      where action = 'move task' and object = 'tasks' order by 1`;
    const placed = rows.map((row) => Number(row.placed));
    expect(new Set(placed).size).toBe(placed.length);
    const [{ doubled } = {}] =
      await sql`select count(*) - count(distinct position) as doubled from tasks where pillar_id = ${cast.django.pillarId}`;
    expect(Number(doubled)).toBe(0);
  });
});

describe("a move", () => {
  it("by the one who moved it last goes on, though their page has not caught up", async () => {
    const [one = 0, two = 0] = await order();
    const seen = await rev();
    await put(one, null, { seen });
    expect(await put(one, two, { seen })).toMatchObject({ is: "moved" });
    expect((await order())[0]).toBe(one);
  });

  it("goes nowhere when the neighbour, the pillar or the theme has gone", async () => {
    const [one = 0, two = 0] = await order();
    const before = await order();
    const [gone] = await change(db, stage, "add theme", (tx) =>
      addThemes(tx, cast.django.id, [{ title: "Gone", why: "", state: "idea" }]),
    );
    await change(db, stage, "delete theme", (tx) => deleteTheme(tx, cast.django.id, gone?.id ?? 0, cast.mireia.id));
    const home = { themeId: cast.django.themeId, pillarId: cast.django.pillarId };
    expect(await put(one, cast.django.deleted)).toEqual({ is: "nowhere" });
    expect(await put(one, two, { to: { ...home, pillarId: null } })).toEqual({ is: "nowhere" });
    expect(await put(one, null, { to: { ...home, pillarId: cast.wagtail.pillarId } })).toEqual({ is: "nowhere" });
    expect(await put(one, null, { to: { themeId: gone?.id ?? 0, pillarId: null } })).toEqual({ is: "nowhere" });
    expect(await put(cast.django.deleted, null)).toEqual({ is: "missing" });
    expect(await order()).toEqual(before);
  });

  it("takes two statements, and no transaction around them: a task's, a pillar's, a theme's", async () => {
    const statements: string[] = [];
    const counting = openClient({ ...address, onStatement: (text) => void statements.push(text) });
    const [one = 0, two = 0] = await order();
    const { id: communityId, themeId, themeSlug, pillarId } = cast.django;
    await change(db, stage, "add pillar", (tx) => addPillars(tx, communityId, themeId, [{ title: "B", intro: "" }]));
    await change(db, stage, "add theme", (tx) => addThemes(tx, communityId, [{ title: "B", why: "", state: "idea" }]));
    const count = async (move: () => Promise<{ is: string }>) => {
      statements.length = 0;
      expect(await move()).toMatchObject({ is: "moved" });
      return statements.length;
    };
    const seen = 1_000;
    const to = { themeId, pillarId };
    const counted = [
      await count(() =>
        moveTask(counting.db, by(cast.mireia), { communityId, number: two, from: themeId, seen, to, before: one }),
      ),
      await count(() =>
        movePillar(counting.db, by(cast.mireia), { communityId, themeSlug, id: pillarId, before: null, seen }),
      ),
      await count(() => moveTheme(counting.db, by(cast.mireia), { communityId, slug: themeSlug, before: null, seen })),
    ];
    await counting.close();
    expect(counted).toEqual([2, 2, 2]);
  });

  it("leaves every key within its limit, however often one gap is chosen, and moves nobody else", async () => {
    const rounds = Number(process.env.MOVES_INTO_ONE_GAP ?? 450);
    const before = await order();
    const [first = 0, second = 0, last = 0] = before.slice(-3);
    for (let round = 0; round < rounds; round += 1) await put(round % 2 ? second : first, last);
    const [{ longest } = {}] =
      await sql`select max(length(position)) as longest from tasks where pillar_id = ${cast.django.pillarId}`;
    expect(Number(longest)).toBeLessThanOrEqual(limits.positionKeyCharacters);
    expect((await order()).toSorted()).toEqual(before.toSorted());
    expect(await order()).toEqual(rounds % 2 ? [...before.slice(0, -3), second, first, last] : before);
    const [{ moved } = {}] =
      await sql`select count(*) as moved from tasks where pillar_id = ${cast.django.pillarId} and placed_rev > 0`;
    expect(Number(moved)).toBe(2);
  });
});
