import { PeopleWaiting } from "../../components/people-waiting";
import { Section } from "../../components/section";
import { inNumbers } from "../../domain/in-numbers";
import { paths } from "../../paths";
import type { Page } from "./page";

/** Who waits at a sprint: newcomers for a mentor, mentors for somebody, people for a place. */
export function Waiting({ page }: { page: Page }) {
  const { community, sprint, overview } = page;
  const { unpaired, freeMentors, waitingForPlace } = overview;
  return (
    <>
      <Section
        title={`${inNumbers(unpaired.length)} without a mentor`}
        id="unpaired"
        level={3}
        action={<a href={paths.plan(community, sprint)}>Plan</a>}
      >
        <PeopleWaiting
          people={unpaired.map(({ name, because }) => ({ name, said: because ?? "No plan has looked for one yet." }))}
          none="Every newcomer has a mentor."
        />
      </Section>
      <Section
        title={`${inNumbers(freeMentors.length)} ${freeMentors.length === 1 ? "mentor" : "mentors"} without anybody`}
        id="free-mentors"
        level={3}
      >
        <PeopleWaiting
          people={freeMentors.map(({ name, seats }) => ({
            name,
            said: seats === 1 ? "1 seat is free" : `${seats} seats are free`,
          }))}
          none="Every mentor has somebody."
        />
      </Section>
      <Section
        title={`${inNumbers(waitingForPlace.length)} waiting for a place`}
        id="waiting"
        level={3}
        action={<a href={paths.registrations(community, sprint, "waiting")}>List</a>}
      >
        <PeopleWaiting
          people={waitingForPlace.map(({ name, role }) => ({ name, said: role }))}
          none="Nobody waits for a place."
        />
      </Section>
    </>
  );
}
