import type { TaskRow } from "../domain/tasks/row";
import { paths } from "../paths";
import { Button, ButtonLink } from "./button";
import { RadioGroup } from "./choice-group";
import { SubmitForm } from "./submit-form";
import { TaskLine } from "./task-line";
import { TaskList } from "./task-list";
import { TextArea } from "./text-area";

type Here = { community: { slug: string; name: string }; task: { number: number } };

type ClaimFormProps = Here & {
  /** How long a claim holds, in hours. */
  hours: number;
  signedIn: boolean;
  member: boolean;
  note?: string;
  error?: string | null;
};

const howLong = (hours: number) =>
  hours % 24 === 0 ? `${hours / 24} ${hours === 24 ? "day" : "days"}` : `${hours} hours`;

/** The one next action of a ready task: take it. */
export function ClaimForm({ community, task, hours, signedIn, member, note, error }: ClaimFormProps) {
  return (
    <SubmitForm action={paths.claim(community, task)} label="Claim this task">
      <TextArea
        name="note"
        form="claim"
        label="How you want to begin (if you like)"
        hint="Everybody can read it. It helps your mentor to help you."
        rows={3}
        value={note}
        error={error}
      />
      <Button tone="go">Claim this task</Button>
      <p>
        It is yours for {howLong(hours)}, and you can hand it back at any time.
        {signedIn
          ? member
            ? ""
            : ` You become a member of ${community.name} with it.`
          : " You will be asked for your e-mail address first; what you write here is kept."}
      </p>
    </SubmitForm>
  );
}

type EndClaimFormProps = Here & {
  /** The holder's own choices, or an organizer's. */
  own: boolean;
  note?: string;
  reason?: string;
  errors?: Partial<Record<"note" | "reason", string>>;
};

/** Finishing a task, or handing it back with a note for whoever comes next. */
export function EndClaimForm({ community, task, own, note, reason, errors = {} }: EndClaimFormProps) {
  return (
    <SubmitForm action={paths.claimEnding(community, task)} label="End this claim">
      <RadioGroup
        name="reason"
        form="ending"
        label={own ? "What happened?" : "What should happen?"}
        value={reason}
        error={errors.reason}
        choices={
          own
            ? [
                {
                  value: "finished",
                  label: "It is finished",
                  hint: "It does what “done when” says, and you checked it.",
                },
                {
                  value: "released",
                  label: "I am handing it back",
                  hint: "Somebody else can take it then. That is fine.",
                },
              ]
            : [
                { value: "finished", label: "It is finished" },
                { value: "removed", label: "Free it for somebody else" },
              ]
        }
      />
      <TextArea
        name="note"
        form="ending"
        label="A note for whoever reads this next"
        hint="What is done, what is left, what surprised you. Everybody can read it."
        rows={4}
        value={note}
        error={errors.note}
      />
      <Button tone={own ? "go" : "plain"}>Save</Button>
    </SubmitForm>
  );
}

type AlternativesProps = { community: { slug: string }; rows: readonly (TaskRow & { theme: string })[] };

/** Up to three tasks that are ready and free, to take instead. */
export function Alternatives({ community, rows }: AlternativesProps) {
  if (rows.length === 0) {
    return (
      <p>
        No other task is ready and free at the moment.{" "}
        <a href={paths.roadmap(community)}>The roadmap shows what is being prepared.</a>
      </p>
    );
  }
  return (
    <>
      <TaskList>
        {rows.map((row) => (
          <TaskLine key={row.number} row={row} href={paths.task(community, row)} theme={row.theme} />
        ))}
      </TaskList>
      <p>
        <ButtonLink tone="quiet" href={paths.tasks(community)}>
          All tasks that are ready
        </ButtonLink>
      </p>
    </>
  );
}
