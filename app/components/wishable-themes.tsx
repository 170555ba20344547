import { paths } from "../paths";
import { Badge } from "./badge";
import { TaskList, TaskRow } from "./task-list";

type WishableThemesProps = {
  community: { slug: string };
  /** With how many tasks of each are ready and free. */
  themes: readonly { slug: string; title: string; ready: number }[];
};

/** The most that stand on a sprint's page; the others are on the roadmap. */
const most = 8;

/** What a sprint can work on: the themes with something ready first, in the roadmap's order. */
export function WishableThemes({ community, themes }: WishableThemesProps) {
  if (themes.length === 0) return <p>Nothing is on the roadmap yet.</p>;
  const ordered = [...themes.filter(({ ready }) => ready > 0), ...themes.filter(({ ready }) => ready === 0)];
  return (
    <>
      <TaskList>
        {ordered.slice(0, most).map((theme) => (
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
      {ordered.length > most ? (
        <p>
          <a href={paths.roadmap(community)}>All {ordered.length} themes are on the roadmap</a>
        </p>
      ) : null}
    </>
  );
}
