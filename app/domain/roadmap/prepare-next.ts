import type { PreparationKind } from "../preparations/words";
import type { ThemeGauge } from "./gauge-figures";
import { newcomersWant } from "./gauge-words";

/** A task that lacks nothing but words, the nearest of a theme to being ready. `lacks`: the musts without a text. */
export type NearTask = { number: number; title: string; lacks: string[] };

/** An open question that tasks of its theme wait for; `unlocks` of them lack nothing else. */
export type AwaitedQuestion = { number: number; title: string; waits: number; unlocks: number };

/** What could be prepared in a theme, beside its gauge: its nearest tasks and its awaited questions, the best first. */
export type Preparable = ThemeGauge & { near: readonly NearTask[]; questions: readonly AwaitedQuestion[] };

/** A piece of preparation: what it is about, how many newcomers it would serve (null: not to be said), and why. */
export type NextPreparation = {
  kind: PreparationKind;
  theme: { slug: string; title: string };
  /** The number of the task or question; null for a theme. */
  number: number | null;
  title: string;
  serves: number | null;
  reason: string;
};

/**
 * What to prepare next, the piece that would serve most newcomers first.
 *
 * With `gap` newcomers of a theme for whom no task is ready there: a task that is made ready serves one of them; an answer as
 * many as the tasks that wait for it alone; the first tasks of a theme all of them; a mentor everybody who wants the theme and
 * has none. Equals are ordered by how many want the theme, how little is missing, and their place on the roadmap. Of one theme
 * no more tasks are named than are missing (one, where nobody waits); whatever could serve nobody comes last. What somebody
 * prepares already (`taken`) is left out.
 */
export function prepareNext(
  themes: readonly Preparable[],
  most: number,
  taken: readonly TakenPiece[] = [],
): NextPreparation[] {
  const pieces = themes
    .flatMap((theme, place) => piecesOf(theme).map((piece) => ({ ...piece, wants: theme.wants ?? 0, place })))
    .filter((piece) => !taken.some((other) => isSame(piece, other)));
  pieces.sort(
    (a, b) =>
      (b.serves ?? 0) - (a.serves ?? 0) ||
      b.wants - a.wants ||
      a.effort - b.effort ||
      a.place - b.place ||
      (a.number ?? 0) - (b.number ?? 0),
  );
  return pieces.slice(0, most).map(({ effort, wants, place, ...piece }) => piece);
}

/** A piece that somebody prepares. */
export type TakenPiece = {
  kind: PreparationKind;
  theme: { slug: string };
  taskNumber: number | null;
  questionNumber: number | null;
};

const isSame = (piece: NextPreparation, { kind, theme, taskNumber, questionNumber }: TakenPiece) =>
  kind === piece.kind && theme.slug === piece.theme.slug && (taskNumber ?? questionNumber) === piece.number;

/** What is roughly in the way, for the order of equals: a text is written sooner than a question is answered. */
type Piece = NextPreparation & { effort: number };

function piecesOf(theme: Preparable): Piece[] {
  const { gap, wants, ready } = theme;
  const here = { slug: theme.slug, title: theme.title };
  const who = wants === null ? null : newcomersWant(wants).replace("this", "the theme");
  const because = (reason: string) => (who && wants ? `${capital(who)}. ${reason}` : reason);
  const said = (serves: number) => (wants === null ? null : serves);
  const pieces: Piece[] = [];

  for (const { number, title, lacks } of theme.near.slice(0, Math.max(gap, ready === 0 ? 1 : 0))) {
    const lacking = lacks.length === 1 ? `It lacks nothing but ${lacks[0]}.` : `It lacks ${listed(lacks)}.`;
    const reason = because(lacking);
    pieces.push({
      kind: "task",
      theme: here,
      number,
      title,
      serves: said(Math.min(1, gap)),
      reason,
      effort: lacks.length,
    });
  }
  for (const { number, title, waits, unlocks } of theme.questions) {
    const alone = unlocks === waits ? "and lack nothing else" : `and ${unlocks} of them lack nothing else`;
    const waiting =
      waits === 1
        ? `1 task waits for the answer${unlocks === 1 ? " and lacks nothing else" : ""}.`
        : `${waits} tasks wait for the answer${unlocks > 0 ? ` ${alone}` : ""}.`;
    const serves = said(Math.min(unlocks, gap));
    pieces.push({ kind: "answer", theme: here, number, title, serves, reason: because(waiting), effort: 5 });
  }
  if (theme.near.length === 0 && theme.questions.length === 0 && (gap > 0 || theme.open === 0)) {
    const reason = because(
      theme.open === 0 ? "It has no task yet." : "All its tasks are ready, held or waiting: it needs more.",
    );
    pieces.push({ kind: "split", theme: here, number: null, title: theme.title, serves: said(gap), reason, effort: 6 });
  }
  if (theme.mentors === 0 && wants) {
    const serves = said(theme.unpaired ?? 0);
    const alone = `Nobody mentors here, and ${theme.unpaired ?? 0} of them ${theme.unpaired === 1 ? "has" : "have"} no mentor.`;
    if (serves)
      pieces.push({
        kind: "mentor",
        theme: here,
        number: null,
        title: theme.title,
        serves,
        reason: because(alone),
        effort: 7,
      });
  }
  return pieces;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
