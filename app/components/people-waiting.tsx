import type { ReactNode } from "react";
import { TaskList, TaskRow } from "./task-list";

type PeopleWaitingProps = {
  people: readonly { name: string; said: ReactNode }[];
  /** The sentence when nobody does. */
  none: string;
};

/** Who waits for something, each with what is known about it. */
export function PeopleWaiting({ people, none }: PeopleWaitingProps) {
  if (people.length === 0) return <p>{none}</p>;
  return (
    <TaskList>
      {people.map(({ name, said }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list is never reordered
        <TaskRow key={index} title={name} meta={[said]} />
      ))}
    </TaskList>
  );
}
