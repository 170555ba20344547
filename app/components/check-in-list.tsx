import { moodWords } from "../domain/pairs/words";
import type { CheckInMood } from "../domain/sprint/words";
import { Badge, type Tone } from "./badge";
import { TaskList, TaskRow } from "./task-list";
import { Time } from "./time";

export type CheckInLine = {
  id: number;
  author: string;
  mood: CheckInMood;
  blocks: string;
  nextAt: Date | null;
  at: Date;
};

const tones: Record<CheckInMood, Tone> = { well: "sea", slow: "plain", stuck: "storm" };

type CheckInListProps = { checkIns: readonly CheckInLine[]; readerZone: string };

/** What both sides of a pair wrote, the newest first. */
export function CheckInList({ checkIns, readerZone }: CheckInListProps) {
  return (
    <TaskList>
      {checkIns.map((checkIn) => (
        <TaskRow
          key={checkIn.id}
          title={checkIn.blocks || moodWords[checkIn.mood].said}
          meta={[checkIn.author, <Time key="at" at={checkIn.at.toISOString()} zone={readerZone} form="short" />]}
          state={<Badge tone={tones[checkIn.mood]}>{moodWords[checkIn.mood].said.replace(".", "")}</Badge>}
          hint={
            checkIn.nextAt ? (
              <>
                Next: <Time at={checkIn.nextAt.toISOString()} zone={readerZone} />
              </>
            ) : undefined
          }
        />
      ))}
    </TaskList>
  );
}
