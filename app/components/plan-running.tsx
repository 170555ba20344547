import { type Running, runningSaid, runningTitle, stepsOfRun } from "../domain/plans/running";
import { paths } from "../paths";
import { Badge } from "./badge";
import { Button } from "./button";
import { PageHeader } from "./page-header";
import styles from "./plan-running.module.css";
import { SubmitForm } from "./submit-form";

type Slugged = { slug: string };

type PlanRunningProps = {
  community: Slugged;
  sprint: Slugged & { name: string };
  running: Running;
};

const words = { done: "Done", now: "Now", next: "Next" } as const;
const tones = { done: "sea", now: "sun", next: "plain" } as const;

/** The pairing table while a crowd is being paired: how far that has got, and the way to stop it. */
export function PlanRunning({ community, sprint, running }: PlanRunningProps) {
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprint(community, sprint), label: sprint.name },
          { href: paths.registrations(community, sprint), label: "Registrations" },
        ]}
        title={runningTitle(running)}
        lede="It takes a few seconds. Nothing is stored before it is done, and nobody hears of it until you publish."
        actions={
          <SubmitForm action={paths.planRunEnding(community, sprint)} inline>
            <Button>Stop the pairing</Button>
          </SubmitForm>
        }
        note={`Begun by ${running.by}. The table is here again when it is done.`}
      />
      <ol className={styles.steps}>
        {stepsOfRun(running).map(({ step, state, said }) => (
          <li key={step} className={styles[state]} aria-current={state === "now" ? "step" : undefined}>
            <Badge tone={tones[state]} shape={state === "done" ? "check" : undefined}>
              {words[state]}
            </Badge>{" "}
            <span>{said}</span>
            {state === "now" && step === "comparing" ? (
              <progress className={styles.bar} value={running.compared} max={running.newcomers} aria-label="Compared" />
            ) : null}
          </li>
        ))}
      </ol>
      {/* Step by step, without the numbers that change all the time. */}
      <p role="status" className={styles.spoken}>
        {runningSaid({ ...running, compared: 0 })}
      </p>
    </>
  );
}
