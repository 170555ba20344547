import { paths } from "../paths";
import { Narrow } from "./columns";
import type { FormState } from "./form-state";
import { PageHeader } from "./page-header";
import type { Option } from "./select-field";
import { TaskForm } from "./task-form";

type NewTaskPageProps = FormState & {
  community: { slug: string };
  theme: { slug: string; title: string };
  /** The theme's pillars, its open questions, and who is in the community. */
  pillars: readonly Option[];
  questions: readonly { number: number; title: string }[];
  members: readonly Option[];
  /** The numbers of the questions it is to wait for. */
  awaited: readonly number[];
};

/** The page that asks for a new task, and shows it again when something has to be put right or has been proposed. */
export function NewTaskPage({ community, theme, pillars, questions, members, awaited, ...state }: NewTaskPageProps) {
  return (
    <>
      <PageHeader
        where={[
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, theme), label: theme.title },
        ]}
        title="Add a task"
        lede="A title is enough to begin with. Somebody can claim it once it says where to start, when it is done and how to check it."
      />
      <Narrow>
        <TaskForm
          {...state}
          action={paths.themeTasks(community, theme)}
          submit="Add the task"
          place={{ name: "pillar", label: "Pillar", options: pillars, empty: "None: on its own" }}
          members={members}
          questions={questions}
          awaited={awaited}
        />
      </Narrow>
    </>
  );
}
