import type { Database } from "../../db/client.server";
import { change, type Doer } from "../../db/queries/change.server";
import { addCommunity } from "../../db/queries/communities.server";
import { findOrAddPerson } from "../../db/queries/people.server";
import { addPillars } from "../../db/queries/pillars.server";
import { addQuestions } from "../../db/queries/questions.server";
import { addSprint } from "../../db/queries/sprints.server";
import { addTasks } from "../../db/queries/task-writing.server";
import { addThemes } from "../../db/queries/theme-writing.server";

export type Harbour = { id: number; slug: string; organizer: { id: number }; themes: { id: number; slug: string }[] };

const doer: Doer = { personId: null, requestId: null };
const kinds = ["code", "docs", "triage", "reproduce", "verify", "review", "research"] as const;

/**
 * A community of a given size, the same each time: one theme for each number of `sizes`, with that many tasks in two
 * pillars. Every third task is ready, each theme has two open questions.
 */
export const makeHarbour = (db: Database, slug: string, sizes: readonly number[]): Promise<Harbour> =>
  change(db, doer, "make harbour", async (tx) => {
    const organizer = await findOrAddPerson(tx, {
      name: "Ida Holm",
      email: "ida@example.org",
      timeZone: "Europe/Oslo",
    });
    const { id } = await addCommunity(tx, { slug, name: `Harbour ${slug}`, summary: "A harbour." }, organizer.id);
    const themes = await addThemes(
      tx,
      id,
      sizes.map((_, index) => ({
        title: `Pier ${index + 1}: moor the larger ships`,
        why: "The larger ships wait outside. People have asked for years that they come in.",
        state: "active" as const,
      })),
    );
    for (const [index, theme] of themes.entries()) {
      const pillars = await addPillars(tx, id, theme.id, [
        { title: "Ropes", intro: "What holds." },
        { title: "Lights", intro: "What shows the way." },
      ]);
      await addQuestions(tx, id, theme.id, [
        { title: "How deep is the water?", notes: "" },
        { title: "Who has the key to the crane?", notes: "" },
      ]);
      const count = sizes[index] ?? 0;
      const half = Math.ceil(count / 2);
      for (const [at, pillar] of pillars.entries()) {
        const texts = Array.from({ length: at === 0 ? half : count - half }, (_, number) => text(index, at, number));
        await addTasks(tx, { communityId: id, themeId: theme.id, pillarId: pillar.id }, texts);
      }
    }
    await addSprint(tx, id, sprint);
    return { id, slug, organizer, themes };
  });

const text = (theme: number, pillar: number, number: number) => ({
  title: `Splice line ${number + 1} of ${pillar === 0 ? "the ropes" : "the lights"} on pier ${theme + 1} and say how it holds`,
  kind: kinds[(theme + number) % kinds.length] ?? ("code" as const),
  sizeMinutes: [60, 120, 240, 480, 960][number % 5] ?? 60,
  goal: "",
  start: number % 3 === 0 ? "`piers/lines.md` lists them." : "",
  doneWhen: number % 3 < 2 ? "It holds in a storm." : "",
  verify: number % 3 < 2 ? "Pull it." : "",
  notes: "",
  mentorId: null,
});

const sprint = {
  name: "Harbour days",
  summary: "Two days at the water.",
  startsOn: "2030-05-20",
  endsOn: "2030-05-21",
  dayStarts: "08:00",
  dayEnds: "14:00",
  timeZone: "Europe/Oslo",
  place: "Oslo",
  online: false,
  capacity: 20,
  bring: "",
  giving: "",
  codeOfConduct: "",
};
