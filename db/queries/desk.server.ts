import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Clash } from "../../app/domain/clash";
import { type Desk, deskOf, readDesk, writeDesk } from "../../app/domain/roadmap/desk";
import type { Staying } from "../../app/domain/roadmap/desk-leaving";
import { marksIn } from "../../app/domain/roadmap/desk-marks";
import { mergeDesks } from "../../app/domain/roadmap/desk-merge";
import {
  awaitedElsewhere,
  type DeskPreview,
  type DeskSurroundings,
  previewDesk,
  readAt,
} from "../../app/domain/roadmap/desk-preview";
import type { UnreadLine } from "../../app/domain/roadmap/outline-types";
import type { ImportPlan, StoredRoadmap, StoredTheme } from "../../app/domain/roadmap/reconcile-types";
import type { Queryable, Transaction } from "../client.server";
import { auditRows } from "../schema/audit-rows";
import { claims } from "../schema/claims";
import { people } from "../schema/people";
import { pillars } from "../schema/pillars";
import { questions } from "../schema/questions";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { applyDesk } from "./apply-desk.server";
import { holdDependencies } from "./dependencies.server";
import { withStep } from "./desk-steps.server";
import { readStoredRoadmap } from "./stored-roadmap.server";
import { holdsNow } from "./task-facts.server";

type Here = { communityId: number; themeId: number };

/** What an organizer sends from a desk: the text they began at, what they made of it, and what may be taken off. */
export type SentDesk = { base: string; text: string; takeOff: string };

/** A desk as it stands: the text of its theme, and what that is compared with. Null when the theme is gone. */
export async function findDesk(db: Queryable, here: Here) {
  const read = await readAround(db, here);
  if (!read) return null;
  return { text: writeDesk(deskOf(read.theme, read.roadmap)), around: around(read) };
}

/** What saving would do, with what others wrote meanwhile taken in. Changes nothing; null when the theme is gone. */
export async function considerDesk(db: Queryable, here: Here, sent: SentDesk, now: Date): Promise<Considered | null> {
  const read = await readAround(db, here);
  return read && consider(read, sent, now);
}

export type Considered = {
  /** What is written now, what others wrote included. */
  text: string;
  /** What that is compared with from now on: the theme as it is stored. */
  base: string;
  desk: Desk;
  preview: DeskPreview;
  unread: UnreadLine[];
  /** What both wrote differently. */
  clashes: Clash[];
  /** Something came in that others wrote. */
  took: boolean;
  around: DeskSurroundings;
};

export type DeskSaved =
  | { is: "saved"; plan: ImportPlan; gone: number; staying: Staying[]; took: boolean }
  /** Lines of it could not be read, what two wrote does not go together, or things would be taken off unasked. */
  | { is: "unread" | "clash" | "asks"; considered: Considered }
  /** The theme was deleted meanwhile. */
  | { is: "gone" };

/**
 * Saves a desk: what others saved since `base` is kept, and the rest of the theme becomes what the text says. The theme is
 * locked first and compared afterwards, so that two savings at once happen one after the other. One step to undo.
 */
export async function saveDesk(tx: Transaction, here: Here, sent: SentDesk, by: number, now: Date): Promise<DeskSaved> {
  await lockTheme(tx, here);
  const read = await readAround(tx, here);
  if (!read) return { is: "gone" };
  const considered = consider(read, sent, now);
  const { preview, clashes, unread, took } = considered;
  if (unread.length > 0) return { is: "unread", considered };
  if (clashes.length > 0) return { is: "clash", considered };
  if (preview.going.length > 0 && preview.token !== sent.takeOff) return { is: "asks", considered };
  const step = { ...here, personId: by, deed: "save" as const, about: read.theme.title };
  await withStep(tx, step, [here.themeId], () => applyDesk(tx, here, preview, by));
  return { is: "saved", plan: preview.plan, gone: preview.going.length, staying: preview.staying, took };
}

function consider(read: Read, sent: SentDesk, now: Date): Considered {
  const { theme, roadmap } = read;
  const began = readDesk(sent.base, marksIn(sent.base), theme);
  const mine = readAt(sent.text, theme, began.marks.values());
  const theirs = deskOf(theme, roadmap);
  const stored = writeDesk(theirs);
  const merged = mergeDesks(began, mine, readAt(stored, theme));
  const desk = merged.took ? merged.desk : mine;
  const near = around(read);
  // On the server a need may be looked for in the whole roadmap.
  const preview = previewDesk(
    desk,
    { ...near, elsewhere: { themes: roadmap.themes.filter(({ id }) => id !== theme.id) } },
    now,
  );
  const text = merged.took && mine.unread.length === 0 ? writeDesk(desk) : sent.text;
  const base = mine.unread.length === 0 ? stored : sent.base;
  return { text, base, desk, preview, unread: mine.unread, clashes: merged.clashes, took: merged.took, around: near };
}

type Read = {
  theme: StoredTheme;
  roadmap: StoredRoadmap;
  decided: Set<string>;
  held: { number: number; name: string }[];
};

async function readAround(db: Queryable, { communityId, themeId }: Here): Promise<Read | null> {
  const [roadmap, held] = await Promise.all([
    readStoredRoadmap(db, communityId),
    listHeld(db, { communityId, themeId }),
  ]);
  const theme = roadmap.themes.find(({ id }) => id === String(themeId));
  return theme ? { theme, roadmap, decided: new Set(roadmap.decided), held } : null;
}

function around({ theme, roadmap, held, decided }: Read): DeskSurroundings {
  return { theme, elsewhere: awaitedElsewhere(theme, roadmap), held, decided };
}

/** Who holds which task of a theme now. */
const listHeld = (db: Queryable, { communityId, themeId }: Here) =>
  db
    .select({ number: tasks.number, name: people.name })
    .from(claims)
    .innerJoin(tasks, and(eq(tasks.communityId, claims.communityId), eq(tasks.id, claims.taskId)))
    .innerJoin(people, eq(people.id, claims.personId))
    .where(and(eq(claims.communityId, communityId), eq(tasks.themeId, themeId), isNull(tasks.deletedAt), holdsNow));

/** Holds the community and all that stands in a theme until commit: nobody adds, rewrites or claims meanwhile. */
export async function lockTheme(tx: Transaction, { communityId, themeId }: Here): Promise<void> {
  await holdDependencies(tx, communityId);
  await tx
    .select({ id: themes.id })
    .from(themes)
    .where(and(eq(themes.communityId, communityId), eq(themes.id, themeId)))
    .for("no key update");
  for (const table of [questions, pillars, tasks]) {
    await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.communityId, communityId), eq(table.themeId, themeId)))
      .orderBy(table.id)
      .for("no key update");
  }
}

/** Who other than this person last wrote something in a theme, or null. */
export async function findOtherWriter(
  db: Queryable,
  { communityId, themeId }: Here,
  personId: number,
): Promise<string | null> {
  const within = (object: string, table: typeof tasks | typeof questions | typeof pillars) =>
    and(
      eq(auditRows.object, object),
      inArray(
        auditRows.objectKey,
        db
          .select({ key: sql<string>`${table.id}::text` })
          .from(table)
          .where(and(eq(table.communityId, communityId), eq(table.themeId, themeId))),
      ),
    );
  const [found] = await db
    .select({ name: people.name })
    .from(auditRows)
    .innerJoin(people, eq(people.id, auditRows.actorId))
    .where(
      and(
        eq(auditRows.communityId, communityId),
        eq(auditRows.outcome, "ok"),
        sql`${auditRows.actorId} <> ${personId}`,
        or(
          within("tasks", tasks),
          within("questions", questions),
          within("pillars", pillars),
          and(eq(auditRows.object, "themes"), eq(auditRows.objectKey, String(themeId))),
        ),
      ),
    )
    .orderBy(desc(auditRows.id))
    .limit(1);
  return found?.name ?? null;
}
