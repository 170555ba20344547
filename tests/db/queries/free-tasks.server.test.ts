import { expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { claimTask } from "../../../db/queries/claims.server";
import { listUnmentored } from "../../../db/queries/free-tasks.server";
import { addTasks } from "../../../db/queries/task-writing.server";
import { addThemes } from "../../../db/queries/theme-writing.server";
import { makeCast, readyTask, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const { django, wagtail, zoe, priya } = await makeCast(db);

it("tasks that name nobody to ask are those a newcomer could take today, in the themes that were asked for, the shortest first", async () => {
  const { made, themeId } = await change(db, stage, "set the stage", async (tx) => {
    const why = "People ask for it.";
    const [hints, other] = await addThemes(tx, django.id, [
      { title: "Type hints", why, state: "active" },
      { title: "Another theme", why, state: "active" },
    ]);
    const inTheme = (id = 0) => ({ communityId: django.id, themeId: id, pillarId: null });
    const made = await addTasks(tx, inTheme(hints?.id), [
      readyTask("A day's work", { sizeMinutes: 480 }),
      readyTask("An hour's work", { sizeMinutes: 60 }),
      readyTask("Has somebody to ask", { mentorId: priya.id }),
      readyTask("Nobody knows when it is done", { doneWhen: "" }),
      readyTask("Finished", { finished: true }),
      readyTask("Taken"),
    ]);
    await addTasks(tx, inTheme(other?.id), [readyTask("In a theme nobody chose")]);
    return { made, themeId: hints?.id ?? 0 };
  });
  const taken = made.at(-1)?.number ?? 0;
  expect(await claimTask(db, stage, django, taken, { personId: zoe.id, note: "" })).toMatchObject({ ok: true });

  const titles = async (...about: [communityId: number, themeIds: number[], limit: number]) =>
    (await listUnmentored(db, ...about)).map(({ title, theme }) => `${theme.title}: ${title}`);
  expect(await titles(django.id, [themeId], 10)).toEqual(["Type hints: An hour's work", "Type hints: A day's work"]);
  expect(await titles(django.id, [themeId], 1)).toEqual(["Type hints: An hour's work"]);
  expect(await titles(django.id, [], 10)).toEqual([]);
  expect(await titles(wagtail.id, [themeId], 10)).toEqual([]);
});
