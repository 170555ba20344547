import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Direction, keyForStep } from "../../app/domain/roadmap/placing";
import { canDeleteQuestion } from "../../app/domain/roadmap/questions";
import type { Verdict } from "../../app/domain/verdict";
import type { Transaction } from "../client.server";
import { questions } from "../schema/questions";
import { findStanding } from "./decisions.server";
import { holdQuestion, type QuestionText, questionKeysAtEnd } from "./questions.server";
import { holdRoadmap, isLiveTheme } from "./theme-writing.server";

type Key = { communityId: number; id: number };

/** What became of a revision; unless it is "saved", nothing was written: somebody was faster, or its new theme is gone. */
export type QuestionRevised = { is: "saved" } | { is: "stale" } | { is: "nowhere" };

/** Rewrites a question if it still is at `rev`. In another theme it goes to the end of its questions. */
export async function reviseQuestion(
  tx: Transaction,
  key: Key & { rev: number; themeId: number },
  { themeId, ...text }: QuestionText & { themeId: number },
): Promise<QuestionRevised> {
  const { communityId, id, rev } = key;
  const moves = themeId !== key.themeId;
  if (moves) {
    await holdRoadmap(tx, communityId);
    if (!(await isLiveTheme(tx, communityId, themeId))) return { is: "nowhere" };
  }
  const [position] = moves ? await questionKeysAtEnd(tx, communityId, themeId, 1) : [];
  const place = position === undefined ? {} : { themeId, position };
  const changed = await tx
    .update(questions)
    .set({ ...text, ...place, rev: sql`${questions.rev} + 1` })
    .where(and(live({ communityId, id }), eq(questions.rev, rev)))
    .returning({ id: questions.id });
  return { is: changed.length === 1 ? "saved" : "stale" };
}

/** Moves a question one place up or down in its theme; false for a first (or last) one, which stays. */
export async function moveQuestion(
  tx: Transaction,
  question: Key & { themeId: number },
  direction: Direction,
): Promise<boolean> {
  const { communityId, themeId, id } = question;
  await holdRoadmap(tx, communityId);
  const order = await tx
    .select({ id: questions.id, position: questions.position })
    .from(questions)
    .where(and(eq(questions.communityId, communityId), eq(questions.themeId, themeId), isNull(questions.deletedAt)))
    .orderBy(asc(questions.position));
  const index = order.findIndex((one) => one.id === id);
  const key = keyForStep(
    order.map(({ position }) => position),
    index,
    direction,
  );
  if (key === null) return false;
  await tx.update(questions).set({ position: key }).where(live({ communityId, id }));
  return true;
}

/**
 * Takes a question off the roadmap, unless it has been answered, and says whether it could. Its page then says who and
 * when, and nothing waits for it any more. Deleting it twice changes nothing.
 */
export async function deleteQuestion(tx: Transaction, { communityId, id }: Key, by: number): Promise<Verdict> {
  await holdRoadmap(tx, communityId);
  await holdQuestion(tx, communityId, id);
  const verdict = canDeleteQuestion(await findStanding(tx, communityId, id));
  if (!verdict.ok) return verdict;
  await tx
    .update(questions)
    .set({ deletedAt: sql`app_now()`, deletedBy: by, position: sql`'~' || id`, rev: sql`${questions.rev} + 1` })
    .where(live({ communityId, id }));
  return verdict;
}

/** Makes somebody the one who finds out, if nobody is and nothing is decided; false when somebody was faster. */
export async function takeQuestion(tx: Transaction, { communityId, id }: Key, personId: number): Promise<boolean> {
  const taken = await tx
    .update(questions)
    .set({ ownerId: personId, rev: sql`${questions.rev} + 1` })
    .where(and(live({ communityId, id }), isNull(questions.ownerId), isUndecided))
    .returning({ id: questions.id });
  return taken.length === 1;
}

/** Leaves a question to somebody else, if `ownerId` still finds out; false when they do not. */
export async function handBackQuestion(tx: Transaction, { communityId, id }: Key, ownerId: number): Promise<boolean> {
  const left = await tx
    .update(questions)
    .set({ ownerId: null, rev: sql`${questions.rev} + 1` })
    .where(and(live({ communityId, id }), eq(questions.ownerId, ownerId)))
    .returning({ id: questions.id });
  return left.length === 1;
}

const live = ({ communityId, id }: Key) =>
  and(eq(questions.communityId, communityId), eq(questions.id, id), isNull(questions.deletedAt));

const isUndecided = sql`not exists (select from decisions where decisions.community_id = questions.community_id
  and decisions.question_id = questions.id)`;
