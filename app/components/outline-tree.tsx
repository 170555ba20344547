import { Badge } from "./badge";
import { ChangeBadge, FieldChanges } from "./change-badge";
import type { Change, OutlinePillar, OutlineQuestion, OutlineTask, OutlineTheme } from "./outline-change";
import styles from "./outline-tree.module.css";
import { ReadinessBadge } from "./readiness-badge";

/** What a roadmap that is being brought in would become: themes, their questions, pillars and tasks, each new, changed or the same. */
export function OutlineTree({ themes }: { themes: readonly OutlineTheme[] }) {
  return (
    <ol className={styles.themes}>
      {themes.map((theme, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two themes may carry one title, and the preview never reorders
        <li key={index}>
          <Theme theme={theme} />
        </li>
      ))}
    </ol>
  );
}

function Theme({ theme }: { theme: OutlineTheme }) {
  const tasks = [...theme.tasks, ...theme.pillars.flatMap((pillar) => pillar.tasks)];
  const counts = [
    counted(tasks.length, "task"),
    counted(theme.questions.length, "question"),
    `${tasks.filter((task) => task.ready).length} ready`,
  ];
  return (
    <details className={styles.theme} open={theme.change !== "same" || touched(theme, tasks)}>
      <summary>
        <h3>{theme.title}</h3>
        <ChangeBadge change={theme.change} />
        <span className={styles.counts}>{counts.join(" · ")}</span>
      </summary>
      {theme.why ? <p className={styles.why}>{theme.why}</p> : null}
      <FieldChanges changes={theme.changes ?? []} />
      <OutlineInside theme={theme} />
    </details>
  );
}

/** What a theme would hold: its questions, its tasks and its pillars. */
export function OutlineInside({ theme }: { theme: OutlineTheme }) {
  return (
    <>
      {theme.questions.length > 0 ? <Questions questions={theme.questions} /> : null}
      {theme.tasks.length > 0 ? <Tasks tasks={theme.tasks} /> : null}
      {theme.pillars.map((pillar, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Pillar pillar={pillar} key={index} />
      ))}
    </>
  );
}

/** A suggestion, with a sign of its own: colour alone says nothing. */
export const OutlineHint = ({ text }: { text: string | undefined }) =>
  text ? (
    <p className={styles.hint}>
      <span aria-hidden="true">▲ </span>
      {text}
    </p>
  ) : null;

function Pillar({ pillar }: { pillar: OutlinePillar }) {
  return (
    <section className={styles.pillar}>
      <div className={styles.pillarHead} data-line={pillar.line}>
        <h4>{pillar.title}</h4>
        <Moved change={pillar.change} />
      </div>
      <FieldChanges changes={pillar.changes ?? []} />
      <OutlineHint text={pillar.hint} />
      {pillar.tasks.length > 0 ? <Tasks tasks={pillar.tasks} /> : <p className={styles.meta}>No tasks in it yet.</p>}
    </section>
  );
}

function Questions({ questions }: { questions: readonly OutlineQuestion[] }) {
  return (
    <ul className={styles.items} aria-label="Questions">
      {questions.map((question, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li className={styles.item} key={index} data-line={question.line}>
          <div>
            <p className={styles.question}>
              <span className={styles.meta}>Question: </span>
              {question.title}
            </p>
            <FieldChanges changes={question.changes ?? []} />
          </div>
          <div className={styles.state}>
            <Moved change={question.change} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Tasks({ tasks }: { tasks: readonly OutlineTask[] }) {
  return (
    <ul className={styles.items} aria-label="Tasks">
      {tasks.map((task, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li className={styles.item} key={index} data-line={task.line}>
          <div>
            <p className={styles.task}>{task.title}</p>
            <p className={styles.meta}>{[task.kind ?? "No kind yet", task.size ?? "no size yet"].join(" · ")}</p>
            {task.says && task.says.length > 0 ? (
              <dl className={styles.says}>
                {task.says.map(({ field, text }) => (
                  <div key={field}>
                    <dt>{field}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
            ) : null}
            <FieldChanges changes={task.changes ?? []} />
            <OutlineHint text={task.hint} />
          </div>
          <div className={styles.state}>
            <Moved change={task.change} />
            {task.finished ? (
              <Badge tone="sea" shape="check">
                Finished
              </Badge>
            ) : (
              <ReadinessBadge ready={task.ready} missing={task.missing} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** New or changed. What stays as it is says nothing: among two hundred lines only the others are looked for. */
const Moved = ({ change }: { change: Change }) => (change === "same" ? null : <ChangeBadge change={change} />);

const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

const touched = (theme: OutlineTheme, tasks: readonly OutlineTask[]) =>
  [...tasks, ...theme.questions, ...theme.pillars].some((thing) => thing.change !== "same");
