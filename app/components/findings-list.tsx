import { Prose } from "./prose";
import { Time } from "./time";

export type Found = {
  task: { number: number; title: string };
  /** Safe HTML. */
  text: string;
  by: string | null;
  at: Date;
};

type FindingsListProps = {
  findings: readonly Found[];
  /** The address of the task that showed it; left out on the task's own page. */
  href?: (task: Found["task"]) => string;
  zone: string;
};

/** What experiments and research showed, each with who wrote it down and when. */
export function FindingsList({ findings, href, zone }: FindingsListProps) {
  return findings.map(({ task, text, by, at }) => (
    <article key={task.number} aria-label={`What “${task.title}” showed`}>
      {href ? (
        <p>
          <a href={href(task)}>{task.title}</a>
        </p>
      ) : null}
      <Prose html={text} />
      <p>
        <small>
          Written down {by ? `by ${by}, ` : null}
          <Time at={at.toISOString()} zone={zone} form="date" year />
        </small>
      </p>
    </article>
  ));
}
