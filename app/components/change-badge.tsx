import { Badge } from "./badge";
import styles from "./change-badge.module.css";
import type { Change, FieldChange } from "./outline-change";

/** What an import would do to this thing, in a word. */
export function ChangeBadge({ change }: { change: Change }) {
  if (change === "new") {
    return (
      <Badge tone="sea" shape="plus">
        New
      </Badge>
    );
  }
  if (change === "changed") {
    return (
      <Badge tone="sun" shape="half">
        Changed
      </Badge>
    );
  }
  return (
    <Badge tone="plain" shape="equals">
      Same
    </Badge>
  );
}

/** What would be different: each field with what stands there now and what would. */
export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  if (changes.length === 0) return null;
  return (
    <dl className={styles.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {before === null ? <i>nothing yet</i> : <del>{before}</del>}
            <span className={styles.arrow}> becomes </span>
            {after === null ? <i>nothing</i> : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
