import { paths } from "../paths";
import { Button } from "./button";
import { Section } from "./section";
import { SubmitForm } from "./submit-form";

type TaskPreparationProps = {
  community: { slug: string; role: string | null };
  task: { number: number; themeSlug: string };
  /** Whether words are missing that a member could write. */
  missing: boolean;
  preparations: readonly { id: number; personId: number; name: string; holds: boolean }[];
};

/** Who prepared a task, who does it now, or the way to take it on. Names lead members to people's pages. */
export function TaskPreparation({ community, task, missing, preparations }: TaskPreparationProps) {
  const now = preparations.find(({ holds }) => holds);
  const by = preparations.filter(({ holds }) => !holds);
  const member = community.role !== null;
  if (!now && by.length === 0 && !(missing && member)) return null;
  return (
    <Section title="Preparing it" id="preparing" level={3}>
      {by.map(({ id, personId, name }) => (
        <p key={id}>Prepared by {member ? <a href={paths.person(community, personId)}>{name}</a> : name}.</p>
      ))}
      {now ? (
        <p>
          {member ? (
            <a href={paths.preparation(community, now.id)}>{now.name} prepares it now.</a>
          ) : (
            `${now.name} prepares it now.`
          )}
        </p>
      ) : missing && member ? (
        <SubmitForm
          action={paths.preparations(community)}
          hidden={{ kind: "task", theme: task.themeSlug, about: task.number }}
          label="Prepare this task"
        >
          <p>Write what is missing, and your name stands here.</p>
          <Button>Prepare this task</Button>
        </SubmitForm>
      ) : null}
    </Section>
  );
}
