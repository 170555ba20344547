import { paths } from "../paths";
import { Badge } from "./badge";
import { ThemeList, ThemeRow } from "./theme-list";

type WishedThemesProps = {
  community: { slug: string };
  themes: readonly { slug: string; title: string; ready: number; wishes: number; first: number }[];
};

const newcomers = (count: number) => (count === 1 ? "1 newcomer wishes for it" : `${count} newcomers wish for it`);

/** Ready tasks against the newcomers who wish for them, theme by theme. */
export function WishedThemes({ community, themes }: WishedThemesProps) {
  if (themes.length === 0) {
    return (
      <p>
        Nothing is on the roadmap yet. <a href={paths.newTheme(community)}>Add a theme</a>
      </p>
    );
  }
  return (
    <ThemeList>
      {themes.map((theme) => (
        <ThemeRow
          key={theme.slug}
          href={paths.theme(community, theme)}
          title={theme.title}
          state={
            theme.ready >= theme.wishes && theme.ready > 0 ? (
              <Badge tone="sea">{theme.ready} ready</Badge>
            ) : theme.wishes === 0 ? (
              <Badge tone="plain">Nothing ready</Badge>
            ) : (
              <Badge tone="sun">{theme.ready === 0 ? "Nothing ready" : `Only ${theme.ready} ready`}</Badge>
            )
          }
          meta={[newcomers(theme.wishes), ...(theme.first > 0 ? [`first choice of ${theme.first}`] : [])]}
        />
      ))}
    </ThemeList>
  );
}
