import { sql } from "drizzle-orm";
import type { Database, Transaction } from "../../db/client.server";
import { makeChampion } from "../../db/queries/champions.server";
import { change, type Doer } from "../../db/queries/change.server";
import { addCommunity } from "../../db/queries/communities.server";
import { addDecision } from "../../db/queries/decisions.server";
import { join } from "../../db/queries/memberships.server";
import { findOrAddPerson, type Person } from "../../db/queries/people.server";
import { addPillars } from "../../db/queries/pillars.server";
import { deleteQuestion } from "../../db/queries/question-revision.server";
import { addQuestions } from "../../db/queries/questions.server";
import { addSprint, openRegistration } from "../../db/queries/sprints.server";
import type { TaskText } from "../../db/queries/task-writing.server";
import { addTasks, deleteTask } from "../../db/queries/task-writing.server";
import { addThemes } from "../../db/queries/theme-writing.server";
import { communities } from "../../db/schema/communities";

/** Who sets a stage: nobody in particular. */
export const stage: Doer = { personId: null, requestId: null };

/** A community with a small roadmap, and where everything in it is. */
export type Stage = {
  id: number;
  slug: string;
  name: string;
  activeClaims: number;
  claimHours: number;
  themeId: number;
  themeSlug: string;
  pillarId: number;
  /** Numbers of ready tasks that nobody holds. */
  ready: number[];
  unready: number;
  finished: number;
  deleted: number;
  question: number;
  decided: number;
  /** The decision that stands for it, and a question that was deleted. */
  decision: number;
  withdrawn: number;
  /** A sprint whose registration is open. */
  sprint: string;
  /** Ids behind the numbers. */
  ids: Map<number, number>;
};

/** A task a newcomer can start today. */
export const readyTask = (title: string, more: Partial<TaskText & { finished: boolean }> = {}) => ({
  title,
  kind: "docs" as const,
  sizeMinutes: 120,
  goal: "So that people find their way.",
  start: "`docs/topics/auth.txt`",
  doneWhen: "The page names every hasher.",
  verify: "Build the docs and read the page.",
  notes: "",
  mentorId: null,
  ...more,
});

/**
 * The people of most tests, in two communities. Mireia organizes Django, Zoë and Priya (who mentors) are members there,
 * Kofi is new and a member of nothing; Omar organizes Wagtail, whose numbers and addresses Django does not have.
 */
export const makeCast = (db: Database) =>
  change(db, stage, "set the stage", async (tx) => {
    const mireia = await enter(tx, "Mireia Puig", "Europe/Madrid");
    const kofi = await enter(tx, "Kofi Abara", "Africa/Accra");
    const zoe = await enter(tx, "Zoë Lindqvist", "Europe/Stockholm");
    const priya = await enter(tx, "Priya Sharma", "Asia/Kolkata");
    const omar = await enter(tx, "Omar Haddad", "Africa/Cairo");
    const django = await makeCommunity(tx, { slug: "django", name: "Django", numbersFrom: 1 }, mireia, [zoe, priya]);
    const wagtail = await makeCommunity(tx, { slug: "wagtail", name: "Wagtail", numbersFrom: 501 }, omar, []);
    return { mireia, kofi, zoe, priya, omar, django, wagtail };
  });

export type Cast = Awaited<ReturnType<typeof makeCast>>;

/** Three days, two weeks from the tests' today. */
const sprintIn = (name: string) => ({
  name: `${name} on the Med`,
  summary: "Three days by the sea.",
  startsOn: "2026-05-20",
  endsOn: "2026-05-22",
  dayStarts: "08:00",
  dayEnds: "14:00",
  timeZone: "Europe/Madrid",
  place: "Palafrugell",
  online: false,
  capacity: 14,
  bring: "A laptop.",
  giving: "",
  codeOfConduct: "Be kind.",
});

/** Makes somebody with an account; their address is made from their first name. */
export function enter(tx: Transaction, name: string, timeZone = "UTC"): Promise<Person> {
  const first =
    name
      .split(" ")[0]
      ?.normalize("NFKD")
      .replace(/[^a-z]/gi, "") ?? "";
  return findOrAddPerson(tx, { name, email: `${first.toLowerCase()}@example.org`, timeZone });
}

/** Makes a community with one theme, in which there is one of everything. */
export async function makeCommunity(
  tx: Transaction,
  { slug, name, numbersFrom }: { slug: string; name: string; numbersFrom: number },
  organizer: Person,
  members: readonly Person[],
): Promise<Stage> {
  const { id } = await addCommunity(tx, { slug, name, summary: `What ${name} is for.` }, organizer.id);
  for (const member of members) await join(tx, id, member.id);
  const last = numbersFrom - 1;
  await tx
    .update(communities)
    .set({ lastTaskNumber: last, lastQuestionNumber: last, lastDecisionNumber: last })
    .where(sql`${communities.id} = ${id}`);

  const why = `People of ${name} have asked for it for years.`;
  const [theme] = await addThemes(tx, id, [{ title: `Modernise ${name} auth`, why, state: "active" }]);
  const themeId = theme?.id ?? 0;
  await makeChampion(tx, { communityId: id, themeId }, organizer.id, organizer.id);
  const [pillar] = await addPillars(tx, id, themeId, [{ title: "Hashers", intro: "What stores passwords." }]);
  const [open, decided, withdrawn] = await addQuestions(tx, id, themeId, [
    { title: "Which hasher comes first?", notes: "", ownerId: organizer.id },
    { title: "Do we keep MD5?", notes: "" },
    { title: "Is there a MD7?", notes: "" },
  ]);
  const answer = { answer: "No.", reason: "Nobody should.", rejected: "A warning alone." };
  const decision = await addDecision(tx, id, decided?.id ?? 0, organizer.id, answer);
  await deleteQuestion(tx, { communityId: id, id: withdrawn?.id ?? 0 }, organizer.id);
  const made = await addTasks(tx, { communityId: id, themeId, pillarId: pillar?.id ?? 0 }, [
    ...["one", "two", "three", "four", "five", "six"].map((word) => readyTask(`Name hasher ${word}`)),
    readyTask("Think about tokens", { verify: "", start: "" }),
    readyTask("Drop the old docs", { finished: true }),
    readyTask("Draw a new logo"),
  ]);
  const numbers = made.map(({ number }) => number);
  const [unready = 0, finished = 0, deleted = 0] = numbers.slice(6);
  const ids = new Map(made.map((task) => [task.number, task.id]));
  await deleteTask(tx, id, ids.get(deleted) ?? 0, organizer.id);
  const sprint = await addSprint(tx, id, sprintIn(name));
  await openRegistration(tx, id, sprint.id);
  return {
    id,
    slug,
    name,
    sprint: sprint.slug,
    activeClaims: 2,
    claimHours: 72,
    themeId,
    themeSlug: theme?.slug ?? "",
    pillarId: pillar?.id ?? 0,
    ready: numbers.slice(0, 6),
    unready,
    finished,
    deleted,
    question: open?.number ?? 0,
    decided: decided?.number ?? 0,
    decision: decision ?? 0,
    withdrawn: withdrawn?.number ?? 0,
    ids,
  };
}
