import { type Fix, missingWords } from "../domain/tasks/guidance";
import { paths } from "../paths";
import { Badge } from "./badge";
import { Button, ButtonLink } from "./button";
import { GuidanceForm } from "./guidance-form";
import styles from "./nearly-ready-row.module.css";
import { SubmitForm } from "./submit-form";
import { TaskRow } from "./task-list";

/** Where in the list a form came from, sent along so that it leads back: the page, and the row that comes next. */
export type ListPlace = { show: string; page: number; after: number | null };

export const placeFields = ({ show, page, after }: ListPlace): Record<string, string> => ({
  show,
  page: String(page),
  after: after === null ? "" : String(after),
});

type NearlyReadyRowProps = {
  community: { slug: string };
  row: {
    number: number;
    title: string;
    theme: string;
    kind: string;
    wishes: number;
    missing: number;
    /** What mends it, and what it lacks besides; null for a task that only asks to be checked. */
    next: { fix: Fix; besides: string[] } | null;
    stale: string | null;
  };
  place: ListPlace;
  /** The row that is worked on: its form has the focus, and the one button to press next. */
  here: boolean;
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A task that is nearly ready, with the one thing that mends it in its row. */
export function NearlyReadyRow({ community, row, place, here }: NearlyReadyRowProps) {
  const { number, title, theme, kind, wishes, missing, next, stale } = row;
  return (
    <TaskRow
      id={`task-${number}`}
      href={paths.task(community, row)}
      title={title}
      meta={[
        capital(kind),
        theme,
        wishes === 0 ? null : `${wishes} ${wishes === 1 ? "newcomer wishes" : "newcomers wish"} for it`,
      ]}
      state={next ? <Badge tone="sun">{missingWords(missing)}</Badge> : <Badge tone="sun">Asks to be checked</Badge>}
      actions={
        <div className={styles.fix}>
          {next ? (
            <>
              <Mend community={community} number={number} kind={kind} fix={next.fix} place={place} here={here} />
              {next.besides.length > 0 ? <p>After that: {next.besides.join(", ")}.</p> : null}
            </>
          ) : (
            <>
              <p>{stale}</p>
              <SubmitForm action={paths.check(community, row)} hidden={placeFields(place)} inline>
                <Button tone={here ? "go" : "plain"} autoFocus={here} aria-label={`It is still true: ${title}`}>
                  It is still true
                </Button>
                <a href={paths.taskEdit(community, row)} aria-label={`Put it right: ${title}`}>
                  Put it right
                </a>
              </SubmitForm>
            </>
          )}
        </div>
      }
    />
  );
}

type MendProps = {
  community: { slug: string };
  number: number;
  kind: string;
  fix: Fix;
  place: ListPlace;
  here: boolean;
};

function Mend({ community, number, kind, fix, place, here }: MendProps) {
  switch (fix.by) {
    case "writing":
      return (
        <GuidanceForm
          action={paths.guidance(community, { number })}
          form={`task-${number}`}
          field={fix.field}
          label={fix.label}
          hint={fix.proposed ? `${fix.help} This is proposed for ${kind}: accept it, or write your own.` : fix.help}
          hidden={placeFields(place)}
          value={fix.proposed}
          here={here}
        />
      );
    case "finishing":
      return (
        <p>
          It waits for{" "}
          <ButtonLink href={paths.task(community, fix.task)} autoFocus={here}>
            {fix.task.title}
          </ButtonLink>{" "}
          <a href={paths.taskBlockers(community, { number })}>Is that still so?</a>
        </p>
      );
    default:
      return (
        <p>
          It waits for an answer:{" "}
          <ButtonLink href={paths.question(community, fix.question)} autoFocus={here}>
            {fix.question.title}
          </ButtonLink>
        </p>
      );
  }
}
