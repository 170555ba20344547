import { type FormEventHandler, type ReactNode, useId } from "react";
import type { FitPart } from "../domain/pairing/fit";
import { Button, ButtonLink } from "./button";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import styles from "./pairing-settings-form.module.css";
import { SubmitForm } from "./submit-form";
import { TextField } from "./text-field";

type PairingSettingsFormProps = FormState & {
  action: string;
  /** The revision it is filled from. */
  seen: string;
  /** Where the form is filled with what every sprint begins with. */
  again: string;
  /** Told whenever something is typed. */
  onInput?: FormEventHandler<HTMLElement>;
};

type Labelled = { name: string; label: string; hint?: string };

const weighed: readonly (Labelled & { name: FitPart })[] = [
  { name: "learning", label: "What there is to learn", hint: "What the newcomer wants, and the mentor knows." },
  { name: "themes", label: "Themes", hint: "One both chose, the higher the better." },
  { name: "sharedHours", label: "Shared hours", hint: "A working day is as good as more." },
  { name: "attendance", label: "In the same place", hint: "Both on site, or both online." },
  { name: "clocks", label: "Clocks", hint: "How close their time zones are." },
  { name: "firstTime", label: "First time", hint: "Somebody new with somebody who is not." },
];

const added: readonly (Labelled & { name: FitPart })[] = [
  { name: "wishes", label: "Wishes", hint: "Either would like to work with the other." },
  { name: "workedBefore", label: "Worked together", hint: "At an earlier sprint." },
  { name: "language", label: "Language", hint: "Takes away where one of them only gets by." },
];

const seats: readonly Labelled[] = [
  { name: "seat1", label: "First seat" },
  { name: "seat2", label: "Second seat" },
  { name: "seat3", label: "Third seat" },
  { name: "seat4", label: "Fourth seat" },
];

/** What a sprint sets about its pairing. One button shows what would move; the other saves. */
export function PairingSettingsForm({ action, seen, again, onInput, ...state }: PairingSettingsFormProps) {
  const short = ({ name, label, hint }: Labelled) => (
    <TextField
      key={name}
      {...fieldState(state, name)}
      form="pairing"
      label={label}
      hint={hint}
      size="short"
      inputMode="numeric"
    />
  );
  return (
    <div onInput={onInput}>
      <ErrorSummary form="pairing" errors={state.errors ?? []} />
      <SubmitForm action={action} hidden={{ seen }}>
        <Group title="What counts" lede="Against each other: twice the number counts twice as much, 0 not at all.">
          {weighed.map(short)}
        </Group>
        <Group title="What adds to it" lede="What only some have, on top of the rest.">
          {added.map(short)}
        </Group>
        <Group
          title="What seats cost"
          lede="In points of fit, of 100. The more a further seat costs, the more evenly mentors fill."
        >
          {seats.map(short)}
        </Group>
        <Group
          title="Keeping pairs"
          lede="What it adds when running again leaves somebody with the mentor of the draft. Published pairs stay in any case."
        >
          {short({ name: "keepBonus", label: "Points for staying" })}
        </Group>
        <Group title="A mentor's hours" lede="What they give is spent by pairs, and by tasks they are named on.">
          {short({ name: "pairHours", label: "Hours a pair takes" })}
          {short({ name: "taskHours", label: "Hours a task takes" })}
        </Group>
        <Actions>
          <Button tone="go">Save the settings</Button>
          <Button formMethod="get" formAction={`${action}#preview`}>
            See what would move
          </Button>
          <ButtonLink tone="quiet" href={again}>
            Fill in what every sprint begins with
          </ButtonLink>
        </Actions>
      </SubmitForm>
    </div>
  );
}

function Group({ title, lede, children }: { title: string; lede: string; children: ReactNode }) {
  const said = useId();
  return (
    <fieldset className={styles.group} aria-describedby={said}>
      <legend>{title}</legend>
      <p id={said}>{lede}</p>
      <div className={styles.fields}>{children}</div>
    </fieldset>
  );
}
