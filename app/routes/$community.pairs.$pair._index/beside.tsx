import { EndPairForm } from "../../components/end-pair-form";
import { daysInWords, OneStretch } from "../../components/hours-together";
import { Section } from "../../components/section";
import { paths } from "../../paths";
import { Kept } from "./kept";
import { type Page, typedFor } from "./page";

/** What stands beside a pair's check-ins: their task, the hours both have, why the two, and its end. */
export function Beside({ page }: { page: Page }) {
  const { community, row, part, ending, readerZone, reasons } = page;
  const goesOn = ending === null;
  return (
    <>
      {goesOn ? (
        <Section title={part === "newcomer" ? "Your task" : "The task"} id="task" level={3}>
          {row.starter ? (
            <p>
              To begin with, a task that is free, in a theme {part === "organizer" ? "both" : "you both"} chose:{" "}
              <a href={paths.task(community, row.starter)}>{row.starter.title}</a>
            </p>
          ) : row.tasks.length === 0 ? (
            <p>
              No task yet. <a href={paths.tasks(community)}>These are ready to start.</a>
            </p>
          ) : (
            <ul>
              {row.tasks.map((task) => (
                <li key={task.number}>
                  <a href={paths.task(community, task)}>{task.title}</a>: {task.left}
                </li>
              ))}
            </ul>
          )}
        </Section>
      ) : null}
      {goesOn ? (
        <Section
          title={row.hoursWait ? "Hours both have when the sprint begins" : "Hours both have this week"}
          id="hours"
          level={3}
        >
          {row.hours.length === 0 ? (
            <p>None in {daysInWords(row.hoursWait)}. Agree on a time, and write it into a check-in.</p>
          ) : (
            <ul>
              {row.hours.map(({ from, until }) => (
                <li key={from.toISOString()}>
                  <OneStretch from={from} until={until} theirZone={row.theirZone} readerZone={readerZone} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      ) : null}
      {reasons.length === 0 ? null : (
        <Section title={part === "organizer" ? "Why the two" : "Why you two"} id="why" level={3}>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Section>
      )}
      {goesOn ? (
        <Kept summary="End this pair" typed={typedFor(page, paths.pairEnding(community, row.id))}>
          {(typed) => <EndPairForm community={community} pairId={row.id} typed={typed} />}
        </Kept>
      ) : null}
    </>
  );
}
