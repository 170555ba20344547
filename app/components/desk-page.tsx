import type { Clash } from "../domain/clash";
import { type DeskDeed, stepWords } from "../domain/roadmap/step-words";
import { paths } from "../paths";
import { Button } from "./button";
import { ClashNote } from "./clash-note";
import styles from "./desk.module.css";
import { DeskForm, type DeskFormProps } from "./desk-form";
import { ErrorSummary } from "./error-summary";
import { PageHeader } from "./page-header";
import { SubmitForm } from "./submit-form";

type Step = { deed: DeskDeed; about: string };

export type DeskPageProps = Omit<DeskFormProps, "action" | "application" | "error"> & {
  community: { slug: string; name: string };
  theme: { slug: string; title: string };
  steps: { undo: Step | null; redo: Step | null };
  errors?: readonly { name?: string; message: string }[];
  /** What two wrote differently, and who the other is. */
  clash?: { by: string | null; clashes: readonly Clash[] } | null;
};

/** The splitting desk of a theme. */
export function DeskPage({ community, theme, steps, errors = [], clash, ...form }: DeskPageProps) {
  return (
    <>
      <PageHeader
        where={[
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, theme), label: theme.title },
        ]}
        title={`Split ${theme.title}`}
        lede="Write, and the theme grows beside it. Nothing changes on the roadmap before you save."
      />
      <ErrorSummary errors={errors} />
      {clash ? <ClashNote {...clash} /> : null}
      {steps.undo || steps.redo ? (
        <div className={styles.steps}>
          {(["undo", "redo"] as const).map((way) => {
            const step = steps[way];
            return step ? (
              <SubmitForm key={way} action={paths.deskStep(community, theme, way)} inline>
                <Button tone="quiet">{`${way === "undo" ? "Undo" : "Redo"} ${stepWords(step)}`}</Button>
              </SubmitForm>
            ) : null;
          })}
        </div>
      ) : null}
      <DeskForm
        {...form}
        key={form.base}
        action={paths.desk(community, theme)}
        application={paths.deskApplication(community, theme)}
        error={errors.find(({ name }) => name === "outline")?.message}
      />
    </>
  );
}
