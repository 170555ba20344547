import type { ImportPlan } from "../domain/roadmap/reconcile-types";
import type { Readiness } from "../domain/tasks/readiness";
import { Disclosure } from "./disclosure";
import { EmptyState } from "./empty-state";
import { treeOf } from "./outline-plan";
import { OutlineTree } from "./outline-tree";
import { Section } from "./section";
import { UnreadLines } from "./unread-lines";

type ImportPreviewProps = {
  plan: ImportPlan;
  /** How ready each task would be, by its key. */
  readiness: Map<string, Pick<Readiness, "ready" | "checks">>;
};

/** What bringing a roadmap in would do: what could not be read first, then the tree, then what stays as it is. */
export function ImportPreview({ plan, readiness }: ImportPreviewProps) {
  return (
    <>
      {plan.unread.length > 0 ? (
        <Section
          title="What could not be read"
          id="unread"
          lede="These lines would not come in. Correct them in the text below, or bring in the rest without them."
        >
          <UnreadLines lines={plan.unread.map(numbered)} />
        </Section>
      ) : null}
      {plan.remarks.length > 0 ? (
        <Section
          title="Read otherwise than it was written"
          id="remarks"
          lede="Nothing is lost; look whether it is what you meant."
        >
          <UnreadLines lines={plan.remarks.map(numbered)} />
        </Section>
      ) : null}
      <Section title={plan.title ?? "The roadmap"} id="becomes" lede={plan.intro || undefined}>
        {plan.themes.length === 0 ? (
          <EmptyState>No theme was found in it. Write each as a heading, with its tasks as a list under it.</EmptyState>
        ) : (
          <OutlineTree themes={plan.themes.map((theme) => treeOf(theme, readiness))} />
        )}
      </Section>
      {plan.leftAlone.length > 0 ? <LeftAlone things={plan.leftAlone} /> : null}
    </>
  );
}

function LeftAlone({ things }: { things: ImportPlan["leftAlone"] }) {
  const count = things.length === 1 ? "1 thing is" : `${things.length.toLocaleString("en")} things are`;
  return (
    <Section title="Left as they are" id="left" lede="A text takes nothing away: what it does not name stays.">
      <Disclosure summary={`${count} on the roadmap and not in this text`}>
        <ul>
          {things.map(({ of, id, title, theme }) => (
            <li key={`${of} ${id}`}>{of === "theme" ? `Theme: ${title}` : `${words[of]} in ${theme}: ${title}`}</li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  );
}

const words = { question: "Question", pillar: "Pillar", task: "Task" } as const;

const numbered = ({ line, text, because }: ImportPlan["unread"][number]) => ({ number: line, text, because });
