import type { ReactNode } from "react";
import { limits } from "../domain/limits";
import { andMore } from "../domain/plans/words";
import { TaskList, TaskRow } from "./task-list";

type PeopleWaitingProps = {
  people: readonly { name: string; said: ReactNode }[];
  /** The sentence when nobody does. */
  none: string;
};

/** Who waits for something, each with what is known about it: the first of them, and how many more. */
export function PeopleWaiting({ people, none }: PeopleWaitingProps) {
  if (people.length === 0) return <p>{none}</p>;
  const more = people.length - limits.pageSize;
  return (
    <>
      <TaskList>
        {people.slice(0, limits.pageSize).map(({ name, said }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list is never reordered
          <TaskRow key={index} title={name} meta={[said]} />
        ))}
      </TaskList>
      {more > 0 ? <p>{andMore(more)}</p> : null}
    </>
  );
}
