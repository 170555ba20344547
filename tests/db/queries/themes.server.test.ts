import { describe, expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { claimTask } from "../../../db/queries/claims.server";
import { addThemes, deleteTheme, editTheme } from "../../../db/queries/theme-writing.server";
import { countThemes, findTheme, listThemeNames, listThemes } from "../../../db/queries/themes.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";

const { db, stageOnce } = await testDatabase();
let cast: Cast;

stageOnce(async () => {
  cast = await makeCast(db);
});

const theme = (title: string) => ({ title, why: "", state: "exploring" as const });
const add = (...names: string[]) =>
  change(db, stage, "add theme", (tx) => addThemes(tx, cast.django.id, names.map(theme)));
const titles = async () => (await listThemeNames(db, cast.django.id)).map(({ title }) => title);
const remove = (id: number) =>
  change(db, stage, "delete theme", (tx) => deleteTheme(tx, cast.django.id, id, cast.mireia.id));

it("a roadmap counts what each theme holds: tasks, free, held, finished, open questions", async () => {
  await claimTask(db, stage, cast.django, cast.django.ready[0] ?? 0, { personId: cast.zoe.id, note: "" });
  expect(await listThemes(db, cast.django.id)).toMatchObject([
    {
      slug: "modernise-django-auth",
      champion: "Mireia Puig",
      tasks: 8,
      ready: 5,
      held: 1,
      finished: 1,
      openQuestions: 1,
    },
  ]);
});

it("a theme has its questions with their decisions, its pillars, and its place on the roadmap", async () => {
  await add("Second", "Third");
  expect(await findTheme(db, cast.django.id, "second")).toMatchObject({ place: 2, of: 3, questions: [], pillars: [] });
  expect(await findTheme(db, cast.django.id, cast.django.themeSlug)).toMatchObject({
    place: 1,
    of: 3,
    champion: "Mireia Puig",
    questions: [
      { title: "Which hasher comes first?", owner: "Mireia Puig", decision: null },
      { title: "Do we keep MD5?", owner: null, decision: { answer: "No.", decidedBy: "Mireia Puig" } },
    ],
    pillars: [{ id: cast.django.pillarId, title: "Hashers" }],
  });
});

it("a theme of another community is not found", async () => {
  expect(await findTheme(db, cast.django.id, cast.wagtail.themeSlug)).toBeNull();
});

describe("adding", () => {
  it("gives each theme an address of its own, numbered where it is taken, and never “new”", async () => {
    const made = await add("Modernise Django auth", "New", "日本語", "日本語");
    expect(made.map(({ slug }) => slug)).toEqual(["modernise-django-auth-2", "new-2", "theme", "theme-2"]);
  });

  it("at once by several people loses none and doubles no address", async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => add("Same", "Same")));
    expect(new Set(made.flat().map(({ slug }) => slug)).size).toBe(16);
    expect(await countThemes(db, cast.django.id)).toBe(17);
  });

  it("does not reuse the address of a theme that was deleted", async () => {
    const [first] = await add("Once");
    await remove(first?.id ?? 0);
    const [second] = await add("Once");
    expect(second?.slug).toBe("once-2");
    expect(await findTheme(db, cast.django.id, "once")).toMatchObject({
      deletedBy: "Mireia Puig",
      deletedAt: expect.any(Date),
    });
  });
});

describe("rewriting", () => {
  it("needs the revision that the writer saw; the address stays", async () => {
    const { id, themeId, themeSlug } = cast.django;
    const write = (rev: number, title: string) =>
      change(db, stage, "edit theme", (tx) => editTheme(tx, { communityId: id, id: themeId, rev }, { title }));
    expect([await write(1, "Modern auth"), await write(1, "Too late")]).toEqual([true, false]);
    expect(await findTheme(db, id, themeSlug)).toMatchObject({ title: "Modern auth", rev: 2 });
    expect(
      await change(db, stage, "edit theme", (tx) =>
        editTheme(tx, { communityId: cast.wagtail.id, id: themeId, rev: 2 }, { title: "Theirs" }),
      ),
    ).toBe(false);
  });
});

describe("deleting", () => {
  it("a theme is not deleted under somebody's hands", async () => {
    const { ready, themeId } = cast.django;
    await claimTask(db, stage, cast.django, ready[0] ?? 0, { personId: cast.zoe.id, note: "" });
    expect(await remove(themeId)).toMatchObject({ ok: false });
    expect(await countThemes(db, cast.django.id)).toBe(1);
  });

  it("a deleted theme is off the roadmap with everything in it, and its place is free", async () => {
    await add("B");
    expect(await remove(cast.django.themeId)).toMatchObject({ ok: true });
    expect(await titles()).toEqual(["B"]);
    expect((await listThemes(db, cast.django.id)).map(({ title }) => title)).toEqual(["B"]);
    await add("C");
    expect(await titles()).toEqual(["B", "C"]);
  });
});
