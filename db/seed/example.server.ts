import { readFile } from "node:fs/promises";
import { join as path } from "node:path";
import { limits } from "../../app/domain/limits";
import { readOutline } from "../../app/domain/roadmap/outline";
import type { BesidePlan } from "../../app/domain/roadmap/planned-readiness";
import type { Database, Transaction } from "../client.server";
import { findProjectRoot } from "../project-root.server";
import { makeChampion } from "../queries/champions.server";
import { change } from "../queries/change.server";
import { addCommunity, findCommunity } from "../queries/communities.server";
import { addDecision, findDecision, reviseDecision } from "../queries/decisions.server";
import { writeFindings } from "../queries/findings.server";
import { importRoadmap } from "../queries/imports.server";
import { join } from "../queries/memberships.server";
import { addPastClaim } from "../queries/past-claims.server";
import { dateRoadmapBack } from "../queries/past-roadmap.server";
import { findOrAddPerson } from "../queries/people.server";
import { finishReached } from "../queries/preparation-endings.server";
import { takePreparation } from "../queries/preparations.server";
import { editQuestion } from "../queries/questions.server";
import { readStoredRoadmap } from "../queries/stored-roadmap.server";
import { addAwaitedQuestions, addBlockers, editTask } from "../queries/task-writing.server";
import { editTheme } from "../queries/theme-writing.server";
import { type CrewName, crew, crewNames } from "./crew";
import { tellSprint } from "./sprint.server";
import { claimsTold, findingsTold, questionsTold, roadmapHoursAgo, tasksTold, themesTold, waitsTold } from "./story";

/**
 * Fills an empty database with the example that a first visitor walks around in: the Django community a week after its
 * roadmap session, in the middle of a sprint, with a task finished, one held, one handed back, and some that wait. One transaction: all of it or
 * nothing. Its instants are counted back from the database's now.
 */
export async function seedExample(db: Database): Promise<void> {
  const roadmap = await readFile(path(findProjectRoot(), "db", "seed", "example-roadmap.md"), "utf8");
  await change(db, { personId: null, requestId: null }, "load example", async (tx) => {
    const people = await gather(tx);
    const { id } = await addCommunity(
      tx,
      {
        slug: "django",
        name: "Django",
        summary:
          "A web framework, and the people who make it. Fourteen of them wrote down what they wish for, and now work on it for three days, in Palafrugell and from home.",
        example: true,
      },
      people.mireia,
    );
    for (const name of crewNames) await join(tx, id, people[name]);
    const now = (await findCommunity(tx, "django", null))?.now;
    if (!now) throw new Error("the example's community is not there");
    await importRoadmap(tx, id, readOutline(roadmap), people.mireia);
    const stored = byTitle(await readStoredRoadmap(tx, id));
    await tellThemes(tx, id, stored, people);
    await tellQuestions(tx, id, stored, people);
    await tellTasks(tx, { id, claimHours: limits.claimHours, now }, stored, people);
    for (const { task, by, note, claimedHoursAgo, ending } of claimsTold) {
      const claim = {
        communityId: id,
        taskId: stored.tasks(task),
        personId: people[by],
        note,
        claimedHoursAgo,
        ending,
      };
      await addPastClaim(tx, { ...claim, hours: limits.claimHours });
    }
    await dateRoadmapBack(tx, id, roadmapHoursAgo);
    const { task, by, question, text } = findingsTold;
    const findings = { text, questionId: stored.questions(question) };
    await writeFindings(tx, { communityId: id, id: stored.tasks(task) }, people[by], null, findings);
    await tellSprint(tx, { communityId: id, organizerId: people.mireia, people, themes: stored.themes }, now);
  });
}

type People = Record<CrewName, number>;

async function gather(tx: Transaction): Promise<People> {
  const ids: [CrewName, number][] = [];
  for (const name of crewNames) ids.push([name, (await findOrAddPerson(tx, crew[name])).id]);
  return Object.fromEntries(ids) as People;
}

/** The rows behind the titles the story names. */
function byTitle({ themes }: BesidePlan) {
  const finder = (what: string, nodes: { id: string; title: string }[]) => {
    const ids = new Map(nodes.map(({ id, title }) => [title, Number(id)]));
    return (title: string): number => {
      const id = ids.get(title);
      if (id === undefined) throw new Error(`the example's roadmap has no ${what} “${title}”`);
      return id;
    };
  };
  return {
    themes: finder("theme", themes),
    questions: finder(
      "question",
      themes.flatMap(({ questions }) => questions),
    ),
    tasks: finder(
      "task",
      themes.flatMap(({ tasks }) => tasks),
    ),
    /** The theme of a task. */
    themeOf: finder(
      "task",
      themes.flatMap(({ id, tasks }) => tasks.map(({ title }) => ({ id, title }))),
    ),
  };
}

type Stored = ReturnType<typeof byTitle>;

/** Everything has just come in, so it is at its first revision. */
const first = (communityId: number, id: number) => ({ communityId, id, rev: 1 });

async function tellThemes(tx: Transaction, communityId: number, stored: Stored, people: People): Promise<void> {
  for (const { title, state, champion } of themesTold) {
    const themeId = stored.themes(title);
    await editTheme(tx, first(communityId, themeId), { state });
    if (champion) await makeChampion(tx, { communityId, themeId }, people[champion], people.mireia);
  }
}

async function tellQuestions(tx: Transaction, communityId: number, stored: Stored, people: People): Promise<void> {
  for (const { title, owner, decision, before } of questionsTold) {
    const id = stored.questions(title);
    await editQuestion(tx, { communityId, id }, { ownerId: people[owner] });
    if (!decision) continue;
    const { by, ...text } = decision;
    if (!before) {
      await addDecision(tx, communityId, id, people[by], text);
      continue;
    }
    const { by: first, ...earlier } = before;
    const number = await addDecision(tx, communityId, id, people[first], earlier);
    const stands = number === null ? null : await findDecision(tx, communityId, number);
    if (stands) await reviseDecision(tx, { communityId, questionId: id, id: stands.id }, people[by], text);
  }
}

type Told = { id: number; claimHours: number; now: Date };

async function tellTasks(tx: Transaction, community: Told, stored: Stored, people: People): Promise<void> {
  const communityId = community.id;
  for (const { title, mentor, prepared, preparedBy, awaits } of tasksTold) {
    const id = stored.tasks(title);
    if (preparedBy) {
      const of = {
        kind: "task",
        themeId: stored.themeOf(title),
        taskId: id,
        questionId: null,
        sprintId: null,
      } as const;
      await takePreparation(tx, community, of, { personId: people[preparedBy], reached: false });
    }
    await editTask(tx, first(communityId, id), { ...prepared, mentorId: people[mentor] });
    await finishReached(tx, communityId);
    if (awaits) await addAwaitedQuestions(tx, communityId, id, [stored.questions(awaits)]);
  }
  for (const { task, waitsFor } of waitsTold) {
    await addBlockers(tx, communityId, [stored.tasks(task)], waitsFor.map(stored.tasks));
  }
}
