import { limits } from "../domain/limits";
import { countChanges, type RegistrationsPlan } from "../domain/people/reconcile-registrations";
import { paths } from "../paths";
import { Button } from "./button";
import { ChangeBadge, FieldChanges } from "./change-badge";
import { Actions } from "./columns";
import { Disclosure } from "./disclosure";
import { EmptyState } from "./empty-state";
import { ErrorSummary, type FieldError } from "./error-summary";
import { FileField } from "./file-field";
import { fieldState } from "./form-state";
import { PageHeader } from "./page-header";
import { Section } from "./section";
import { SubmitForm } from "./submit-form";
import { TaskList, TaskRow } from "./task-list";
import { TextArea } from "./text-area";

type Here = { community: { slug: string; name: string }; sprint: { slug: string; name: string } };

const where = ({ community, sprint }: Here) => [
  { href: paths.sprint(community, sprint), label: sprint.name },
  { href: paths.registrations(community, sprint), label: "Registrations" },
];

type AskingProps = Here & { text: string; errors?: readonly FieldError[] };

/** The page that asks for a table of registrations. */
export function RegistrationsImportPage({ community, sprint, text, errors = [] }: AskingProps) {
  const here = { community, sprint };
  return (
    <>
      <PageHeader
        where={where(here)}
        title="Bring in registrations"
        lede="A table from a form or a spreadsheet becomes registrations. The same table again updates them; a person is known by their e-mail address."
      />
      <ErrorSummary errors={errors} />
      <SubmitForm action={paths.registrationsImport(community, sprint)} file>
        <TextArea
          {...fieldState({ typed: { table: text }, errors }, "table")}
          label="The table"
          hint="As CSV, with the names of the columns in the first line. You see what it becomes before anything changes."
          limit={limits.outlineCharacters}
          rows={12}
          mono
        />
        <Disclosure summary="Which columns there are">
          <p>
            role, name and email have to be there. time_zone, languages, skills, wants_to_learn, themes, days,
            attendance, weekly_hours, capacity (a mentor's seats), hours and first_time may be. Lists have semicolons
            between their entries.
          </p>
          <pre>{example}</pre>
        </Disclosure>
        <FileField
          name="file"
          label="Or a file"
          hint="A .csv file, saved as UTF-8."
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          error={fieldState({ errors }, "file").error}
        />
        <Actions>
          <Button tone="go">Preview</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}

const example = `role,name,email,time_zone,languages,days,attendance,weekly_hours,capacity
newcomer,Ada Puig,ada@example.org,Europe/Madrid,en; ca,all,in person,sat 09:00-13:00,
mentor,Omar Haddad,omar@example.org,Africa/Cairo,en; ar,day 1; day 3,online,mon 18:00-20:00,2`;

type PreviewProps = Here & { text: string; mark: string; plan: RegistrationsPlan; unseen?: boolean };

/** The page that shows what a table would become, and every fault with its line and column. */
export function RegistrationsPreviewPage({ community, sprint, text, mark, plan, unseen = false }: PreviewProps) {
  const counts = countChanges(plan);
  const brings = plan.faults.length === 0 && counts.new + counts.changed > 0;
  return (
    <>
      <PageHeader
        where={[
          ...where({ community, sprint }),
          { href: paths.registrationsImport(community, sprint), label: "Bring in" },
        ]}
        title="What it becomes"
        lede={
          unseen
            ? "You changed the table after its preview, so nothing has come in yet. This is what it becomes now."
            : plan.faults.length > 0
              ? "Nothing can come in before these are put right."
              : "Nothing has changed yet."
        }
        facts={[
          { value: counts.new, label: "new" },
          { value: counts.changed, label: "changed" },
          { value: counts.same, label: "the same" },
          ...(plan.faults.length > 0
            ? [{ value: plan.faults.length, label: plan.faults.length === 1 ? "fault" : "faults", href: "#faults" }]
            : []),
        ]}
      />
      <Places title="To put right" id="faults" places={plan.faults} />
      <Places title="Left out" id="remarks" places={plan.remarks} />
      <Section title="People" id="people">
        {plan.people.length === 0 ? (
          <EmptyState>Nobody could be read from this table yet.</EmptyState>
        ) : (
          <TaskList>
            {plan.people.map((person) => (
              <TaskRow
                key={person.line}
                title={person.name}
                meta={[
                  person.said.role === "mentor" ? mentorWith(person.said.seats) : "Newcomer",
                  person.said.attendance === "online" ? "Online" : "On site",
                  person.said.timeZone,
                ]}
                state={<ChangeBadge change={person.change} />}
                hint={person.changes.length > 0 ? <FieldChanges changes={person.changes} /> : undefined}
              />
            ))}
          </TaskList>
        )}
      </Section>
      <Section title="Correct the table and preview again" id="correct">
        <SubmitForm action={paths.registrationsImport(community, sprint)} hidden={{ previewed: mark }} file>
          <TextArea name="table" label="The table" value={text} limit={limits.outlineCharacters} rows={14} mono />
          <Actions>
            {brings ? (
              <Button tone="go" formAction={paths.registrationsImportApplication(community, sprint)}>
                Bring it in
              </Button>
            ) : null}
            <Button tone={brings ? "plain" : "go"}>Preview again</Button>
          </Actions>
        </SubmitForm>
      </Section>
    </>
  );
}

type Place = { line: number; column: string | null; value: string; because: string };

function Places({ title, id, places }: { title: string; id: string; places: readonly Place[] }) {
  if (places.length === 0) return null;
  return (
    <Section title={title} id={id}>
      <TaskList>
        {places.map((place) => (
          <TaskRow
            key={`${place.line} ${place.column} ${place.value} ${place.because}`}
            title={`Line ${place.line}${place.column ? `, ${place.column}` : ""}`}
            meta={[place.value]}
            hint={place.because}
          />
        ))}
      </TaskList>
    </Section>
  );
}

const mentorWith = (seats: number | null) => `Mentor, ${seats} ${seats === 1 ? "seat" : "seats"}`;
