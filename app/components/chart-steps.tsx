import type { ChartStep, ChartStop } from "../domain/roadmap/theme-chart";
import { Badge } from "./badge";
import { Section } from "./section";
import { TaskList, TaskRow } from "./task-list";
import { TaskStanding } from "./task-standing";
import { stopHref } from "./theme-chart";

type ChartStepsProps = {
  community: { slug: string };
  steps: readonly ChartStep[];
  viewerId?: number | null;
  readerZone?: string | null;
};

/** The same as the picture, in words: what can be started first, then what waits for it, step by step. */
export function ChartSteps({ community, steps, ...reader }: ChartStepsProps) {
  return (
    <>
      {steps.map(({ column, stops }) => (
        <Section key={column} id={`step-${column + 1}`} level={3} title={titleOf(column)}>
          <TaskList>
            {stops.map(({ stop, waitsFor }) => (
              <TaskRow
                key={stop.id}
                href={stopHref(community, stop)}
                title={stop.title}
                meta={[
                  stop.is === "question" ? `Question ${stop.number}` : `Task ${stop.number}`,
                  stop.is === "task" && stop.theme ? `in ${stop.theme}` : null,
                  waitsFor.length > 0 ? <WaitsFor key="waits" community={community} stops={waitsFor} /> : null,
                ]}
                state={<StopState stop={stop} {...reader} />}
              />
            ))}
          </TaskList>
        </Section>
      ))}
    </>
  );
}

const titleOf = (column: number) =>
  column === 0 ? "First" : column === 1 ? "After that" : `Then, as step ${column + 1}`;

const WaitsFor = ({ community, stops }: { community: { slug: string }; stops: readonly ChartStop[] }) => (
  <>
    waits for{" "}
    {stops.map((stop, index) => (
      <span key={stop.id}>
        {index === 0 ? "" : index === stops.length - 1 ? " and " : ", "}
        <a href={stopHref(community, stop)}>{stop.title}</a>
      </span>
    ))}
  </>
);

function StopState({ stop, ...reader }: { stop: ChartStop; viewerId?: number | null; readerZone?: string | null }) {
  if (stop.is === "task") return <TaskStanding standing={stop.standing} {...reader} />;
  return stop.decided ? (
    <Badge tone="sea" shape="check">
      Answered
    </Badge>
  ) : (
    <Badge tone="sun" shape="question">
      An open question
    </Badge>
  );
}
