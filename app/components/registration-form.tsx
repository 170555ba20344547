import { limits } from "../domain/limits";
import type { OwnQuestion } from "../domain/people/own-questions";
import { Button } from "./button";
import { CheckboxGroup, type Choice, RadioGroup } from "./choice-group";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import styles from "./registration-form.module.css";
import { Section } from "./section";
import { type Option, SelectField } from "./select-field";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";
import { WeekField } from "./week-field";

type RegistrationFormProps = FormState & {
  action: string;
  /** The words of its button. */
  submit: string;
  /** The sprint's days, each a tick under its own name. */
  days: readonly Choice[];
  /** Without a site nobody is asked whether they come to it. */
  online: boolean;
  zones: readonly string[];
  themes: readonly Option[];
  /** What the organizers ask besides, each under the name of its field. */
  asked: readonly (OwnQuestion & { name: string })[];
  /** What mentors here say yes to; empty when nothing is asked. */
  duties: string;
  /** Names of the choices of themes, of people to work with, and of people to be kept apart from. */
  themeChoices: readonly string[];
  withChoices: readonly string[];
  apartChoices: readonly string[];
  /** Who else has registered; none when that is not for this reader. */
  others: readonly Option[];
  /** The revision it is filled from, when an organizer corrects it. */
  seen?: string;
};

const ordinals = ["First choice", "Second choice", "Third choice"];

/** What somebody registers with. A little at a time, in the order it matters to them. */
export function RegistrationForm(props: RegistrationFormProps) {
  const { action, submit, days, online, zones, themes, asked, duties, ...rest } = props;
  const { themeChoices, withChoices, apartChoices, others, seen, ...state } = rest;
  const { typed = {}, errors = [] } = state;
  const ticked = Object.keys(typed);
  const errorAt = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <>
      <ErrorSummary errors={errors} />
      <SubmitForm action={action} hidden={seen === undefined ? {} : { seen }}>
        <RadioGroup
          {...fieldState(state, "part")}
          label="How do you come?"
          choices={[
            { value: "newcomer", label: "As a newcomer", hint: "You take a task, and one person helps you with it." },
            {
              value: "mentor",
              label: "As a mentor",
              hint: "You have done this before, and help a few people to start.",
            },
          ]}
        />
        <CheckboxGroup
          name="days"
          label="On which days?"
          choices={days}
          columns={days.length > 4}
          values={days.filter(({ name }) => name && ticked.includes(name)).map(({ value }) => value)}
          error={errorAt("days")}
        />
        {online ? null : (
          <RadioGroup
            {...fieldState(state, "attendance")}
            label="Where?"
            choices={[
              { value: "on_site", label: "I come to the place" },
              { value: "online", label: "I take part online" },
            ]}
          />
        )}
        <TextField
          {...fieldState(state, "languages")}
          label="Languages you speak"
          hint="With commas: English, Catalan (a little). A pair needs one that both speak."
        />
        <TextField
          {...fieldState(state, "skills")}
          label="What you know"
          hint="With commas: python, documentation, accessibility. Nothing is fine too."
        />
        <TextField {...fieldState(state, "wants")} label="What you want to learn" hint="With commas." />
        {themes.length === 0 ? null : (
          <Section title="What you would like to work on" id="wishes">
            <div className={styles.part}>
              {themeChoices.map((name, index) => (
                <SelectField
                  key={name}
                  {...fieldState(state, name)}
                  label={ordinals[index]}
                  options={themes}
                  empty="No wish"
                />
              ))}
            </div>
          </Section>
        )}
        <CheckboxGroup
          name="firstTime"
          label="Have you been to a sprint before?"
          choices={[{ value: "yes", label: "This is my first one" }]}
          values={typed.firstTime ? ["yes"] : []}
        />
        <div className={styles.mentors}>
          <Section title="For mentors" id="mentors">
            <div className={styles.part}>
              <SelectField
                {...fieldState(state, "seats")}
                label="Seats: how many newcomers at most"
                options={Array.from({ length: limits.seatsMost }, (_, index) => {
                  const value = String(index + 1);
                  return { value, label: value };
                })}
              />
              <TextField
                {...fieldState(state, "mentorHours")}
                label="Hours you can give during the sprint"
                hint="A pair takes about two, a task you are named on about one."
                size="short"
                inputMode="numeric"
              />
              {duties === "" ? null : (
                <CheckboxGroup
                  name="duties"
                  label="What is asked of mentors here"
                  hint={duties}
                  choices={[{ value: "yes", label: "Yes, I take that on" }]}
                  values={typed.duties ? ["yes"] : []}
                  error={errorAt("duties")}
                />
              )}
            </div>
          </Section>
        </div>
        <Section
          title="Your week"
          id="your-week"
          lede="When you usually have time. Needed when you take part online, and useful for pairs that go on after the sprint."
        >
          <div className={styles.part}>
            <SelectField
              {...fieldState(state, "timeZone")}
              label="Your time zone"
              hint="The hours below are meant in it."
              options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            />
            <WeekField name="week" label="Times that are usually good" values={ticked} error={errorAt("week")} />
            <TextArea
              {...fieldState(state, "otherHours")}
              label="Other hours"
              hint="One a line, such as “mon 18:00-20:00” or “sat-sun 9:00-13:00”."
              rows={3}
            />
          </div>
        </Section>
        {others.length === 0 ? null : (
          <Section
            title="With whom"
            id="with"
            lede="Only the organizers see whom you wish for; of whom you would rather not be paired with, nobody is told."
          >
            <div className={styles.part}>
              <People names={withChoices} labels={["I would like to work with", "Or with"]} {...{ state, others }} />
              <People names={apartChoices} labels={["Not with", "Nor with"]} {...{ state, others }} />
            </div>
          </Section>
        )}
        {asked.length === 0 ? null : (
          <Section title="What the organizers ask" id="asked">
            <div className={styles.part}>
              {asked.map(({ name, ask, choices, needed }) =>
                choices.length > 0 ? (
                  <SelectField
                    key={name}
                    {...fieldState(state, name)}
                    label={ask}
                    options={choices.map((value) => ({ value, label: value }))}
                    empty={needed ? "Choose an answer" : "No answer"}
                  />
                ) : (
                  <TextField
                    key={name}
                    {...fieldState(state, name)}
                    label={ask}
                    hint={needed ? undefined : "If you like."}
                    limit={limits.answerGraphemes}
                  />
                ),
              )}
            </div>
          </Section>
        )}
        <TextArea
          {...fieldState(state, "wish")}
          label="Anything else"
          hint="What would make the sprint a good one for you. The organizers read it."
          limit={limits.claimNoteGraphemes}
          rows={3}
        />
        <Actions>
          <Button tone="go">{submit}</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}

type PeopleProps = { names: readonly string[]; labels: [first: string, further: string]; others: readonly Option[] };

/** Choices among the others: two at first, and one more for each that is taken. */
function People({ names, labels: [first, further], others, state }: PeopleProps & { state: FormState }) {
  const { typed = {} } = state;
  return names
    .filter((name, index) => index < 2 || typed[name] || typed[names[index - 1] ?? ""])
    .map((name, index) => (
      <SelectField
        key={name}
        {...fieldState(state, name)}
        label={index === 0 ? first : further}
        options={others}
        empty={index === 0 ? "Nobody in particular" : "Nobody"}
      />
    ));
}
