import type { ReactNode } from "react";
import { paths } from "../paths";
import { AddPillarForm } from "./add-pillar-form";
import { AddQuestionForm } from "./add-question-form";
import { ButtonLink } from "./button";
import { Disclosure } from "./disclosure";
import { MoveButtons } from "./move-buttons";
import styles from "./organizer-tools.module.css";
import type { Option } from "./select-field";

type Community = { slug: string };
type Theme = { slug: string; title: string };
/** A form of this page that its sender had to sign in for: where it was sent, and what it held. */
type Kept = { path: string; typed: Record<string, string> } | null;

const typedFor = (kept: Kept, action: string) => (kept?.path === action ? kept.typed : undefined);

/** What an organizer can do with a theme: edit it, bring in an outline, add a pillar. */
export function ThemeTools({ community, theme, kept }: { community: Community; theme: Theme; kept: Kept }) {
  const action = paths.themePillars(community, theme);
  const typed = typedFor(kept, action);
  return (
    <>
      <ButtonLink tone="go" href={paths.desk(community, theme)}>
        Split this theme
      </ButtonLink>
      <ButtonLink href={paths.newTask(community, theme)}>Add a task</ButtonLink>
      <ButtonLink tone="quiet" href={paths.themeEdit(community, theme)}>
        Edit the theme
      </ButtonLink>
      <Disclosure summary="Add a pillar" open={typed !== undefined}>
        <AddPillarForm action={action} typed={typed} />
      </Disclosure>
    </>
  );
}

/** What an organizer can do with a theme, on its line of the roadmap. */
export function ThemeRowTools({ community, theme }: { community: Community; theme: Theme }) {
  return (
    <span className={styles.tools}>
      <a href={paths.themePosition(community, theme)} aria-label={`Move ${theme.title}`}>
        Move
      </a>
    </span>
  );
}

type PillarToolsProps = {
  community: Community;
  theme: Theme;
  pillar: { id: number; title: string };
  /** What it is dragged by. */
  handle: ReactNode;
};

/** What an organizer can do with a pillar. */
export function PillarTools({ community, theme, pillar, handle }: PillarToolsProps) {
  return (
    <span className={styles.tools}>
      {handle}
      <a href={paths.pillarPosition(community, theme, pillar.id)} aria-label={`Move ${pillar.title}`}>
        Move
      </a>
      <a href={paths.pillarEdit(community, theme, pillar.id)} aria-label={`Edit ${pillar.title}`}>
        Edit
      </a>
    </span>
  );
}

type TaskToolsProps = {
  community: Community;
  row: { number: number };
  /** The id of what says its title. */
  titleId: string;
};

/** What an organizer can do with a task, on its line. Two hundred lines are a third smaller when each says its title once. */
export function TaskTools({ community, row, titleId }: TaskToolsProps) {
  return (
    <span className={styles.tools}>
      <a href={paths.taskPosition(community, row)} aria-labelledby={`say-move ${titleId}`}>
        Move
      </a>
      <a href={paths.taskEdit(community, row)} aria-labelledby={`say-edit ${titleId}`}>
        Edit
      </a>
      <a href={paths.taskDivision(community, row)} aria-labelledby={`say-divide ${titleId}`}>
        Divide
      </a>
    </span>
  );
}

/** What the tools of tasks are called, each before the title of its task. Stands once on a page that has them. */
export function TaskToolWords() {
  return (
    <div hidden>
      <span id="say-move">Move</span>
      <span id="say-edit">Edit</span>
      <span id="say-divide">Divide</span>
    </div>
  );
}

/** What an organizer can do with a question, on its line. */
export function QuestionLineTools(props: { community: Community; question: { number: number; title: string } }) {
  const { community, question } = props;
  return (
    <span className={styles.tools}>
      <MoveButtons action={paths.questionPosition(community, question)} title={question.title} />
      <a href={paths.questionEdit(community, question)} aria-label={`Edit ${question.title}`}>
        Edit
      </a>
    </span>
  );
}

/** The form for one more question, folded away until it is wanted. */
export function QuestionTools(props: { community: Community; theme: Theme; members: readonly Option[]; kept: Kept }) {
  const { community, theme, members, kept } = props;
  const action = paths.themeQuestions(community, theme);
  const typed = typedFor(kept, action);
  return (
    <Disclosure summary="Ask a question" open={typed !== undefined}>
      <AddQuestionForm action={action} members={members} typed={typed} />
    </Disclosure>
  );
}

/** What an organizer can do with a task, on its own page. */
export function TaskLinks({ community, task }: { community: Community; task: { number: number } }) {
  return (
    <>
      <ButtonLink href={paths.taskEdit(community, task)}>Edit the task</ButtonLink>
      <ButtonLink tone="quiet" href={paths.taskDivision(community, task)}>
        Divide it
      </ButtonLink>
    </>
  );
}
