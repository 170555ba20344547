import type { SprintLine } from "../domain/sprint/line";
import { PhaseBadge } from "./phase-badge";
import { ThemeList, ThemeRow } from "./theme-list";

/** Sprints, each with when and where it is. */
export function SprintList({
  sprints,
  href,
}: {
  sprints: readonly SprintLine[];
  href: (sprint: SprintLine) => string;
}) {
  return (
    <ThemeList>
      {sprints.map((sprint) => (
        <ThemeRow
          key={sprint.slug}
          href={href(sprint)}
          title={sprint.name}
          why={sprint.summary}
          state={<PhaseBadge phase={sprint.phase} />}
          meta={[sprint.dates, sprint.place, ...(sprint.phase === "over" ? [] : [sprint.countdown])]}
        />
      ))}
    </ThemeList>
  );
}
