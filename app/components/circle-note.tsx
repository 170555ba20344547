import { cyclePieces } from "../domain/tasks/dependencies";
import { paths } from "../paths";
import { Section } from "./section";

export type Circle = { cycle: readonly number[]; tasks: readonly { number: number; title: string }[] };

type CircleNoteProps = Circle & { community: { slug: string } };

/** A circle that was refused: its sentence with each task a link, and what the tasks are called. */
export function CircleNote({ community, cycle, tasks }: CircleNoteProps) {
  return (
    <Section title="They would wait for one another" id="circle" level={3}>
      <p>
        {cyclePieces(cycle).map((piece, index) =>
          typeof piece === "number" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence are never reordered
            <a key={index} href={paths.task(community, { number: piece })}>
              {piece}
            </a>
          ) : (
            piece
          ),
        )}
      </p>
      <ul>
        {tasks.map((task) => (
          <li key={task.number}>
            {`${task.number}: `}
            <a href={paths.task(community, task)}>{task.title}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
