import { paths } from "../paths";
import { Badge } from "./badge";
import { TaskList, TaskRow } from "./task-list";

type WishableThemesProps = {
  community: { slug: string };
  /** Those with something ready first, each with how many tasks are ready and free. */
  themes: readonly { slug: string; title: string; ready: number }[];
  /** How many there are; those that do not stand here are on the roadmap. */
  count: number;
};

/** What a sprint can work on. */
export function WishableThemes({ community, themes, count }: WishableThemesProps) {
  if (themes.length === 0) return <p>Nothing is on the roadmap yet.</p>;
  return (
    <>
      <TaskList>
        {themes.map((theme) => (
          <TaskRow
            key={theme.slug}
            href={paths.theme(community, theme)}
            title={theme.title}
            state={
              theme.ready > 0 ? (
                <Badge tone="sea">{theme.ready} ready</Badge>
              ) : (
                <Badge tone="sun">Nothing ready yet</Badge>
              )
            }
          />
        ))}
      </TaskList>
      {count > themes.length ? (
        <p>
          <a href={paths.roadmap(community)}>All {count} themes are on the roadmap</a>
        </p>
      ) : null}
    </>
  );
}
