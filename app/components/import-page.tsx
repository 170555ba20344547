import { countOf, planWords } from "../domain/roadmap/import-words";
import type { ImportPlan } from "../domain/roadmap/reconcile-types";
import type { Readiness } from "../domain/tasks/readiness";
import { paths } from "../paths";
import type { Fact } from "./facts";
import { CorrectionForm, ImportForm } from "./import-form";
import { ImportPreview } from "./import-preview";
import { PageHeader } from "./page-header";
import { Section } from "./section";

type Here = { community: { slug: string; name: string } };

const where = ({ community }: Here) => [
  { href: paths.community(community), label: community.name },
  { href: paths.roadmap(community), label: "Roadmap" },
];

type AskingProps = Here & { text: string; errors?: readonly { name?: string; message: string }[] };

/** The page that asks for a roadmap. */
export function ImportPage({ community, text, errors }: AskingProps) {
  return (
    <>
      <PageHeader
        where={where({ community })}
        title="Bring in a roadmap"
        lede="Your notes become themes, questions and tasks. Bringing in the same text again updates them and makes nothing twice."
      />
      <ImportForm community={community} typed={{ outline: text }} errors={errors} />
    </>
  );
}

type PreviewProps = Here & {
  text: string;
  mark: string;
  plan: ImportPlan;
  readiness: Map<string, Pick<Readiness, "ready" | "checks">>;
  /** The text would give the roadmap another title or introduction. */
  retitles: boolean;
  /** It was changed after its preview and then sent to be brought in. */
  unseen?: boolean;
};

/** The page that shows what a roadmap would become. */
export function ImportPreviewPage({ community, text, mark, plan, readiness, retitles, unseen = false }: PreviewProps) {
  const open = plan.themes.flatMap(({ tasks }) => tasks.filter(({ fields }) => !fields.done));
  const ready = open.filter(({ key }) => readiness.get(key)?.ready).length;
  const brings = plan.themes.length > 0 && (retitles || countOf(plan, "new") + countOf(plan, "changed") > 0);
  return (
    <>
      <PageHeader
        where={[...where({ community }), { href: paths.roadmapImport(community), label: "Bring in a roadmap" }]}
        title="What it becomes"
        lede={`${planWords(plan, ready)}. ${unseen ? unseenWords : "Nothing has changed yet."}`}
        facts={factsOf(plan)}
        note={
          brings ? (
            <>
              Look it over, then <a href="#correct">correct it or bring it in</a>.
            </>
          ) : plan.themes.length > 0 ? (
            "Everything in this text is on the roadmap already: there is nothing to bring in."
          ) : undefined
        }
      />
      <ImportPreview plan={plan} readiness={readiness} />
      <Section
        title="Correct the text and preview again"
        id="correct"
        lede={brings ? "When the preview is right, bring it in." : undefined}
      >
        <CorrectionForm community={community} text={text} mark={mark} brings={brings} />
      </Section>
    </>
  );
}

const unseenWords =
  "You changed the text after its preview, so nothing has come in yet. This is what it becomes now: if it is right, bring it in.";

const factsOf = (plan: ImportPlan): Fact[] => [
  { value: countOf(plan, "new"), label: "new" },
  { value: countOf(plan, "changed"), label: "changed" },
  { value: countOf(plan, "same"), label: "the same" },
  ...(plan.unread.length > 0
    ? [
        {
          value: plan.unread.length,
          label: plan.unread.length === 1 ? "line not read" : "lines not read",
          href: "#unread",
        },
      ]
    : []),
];
