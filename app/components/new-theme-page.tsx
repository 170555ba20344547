import { paths } from "../paths";
import { Narrow } from "./columns";
import type { FormState } from "./form-state";
import { PageHeader } from "./page-header";
import { ThemeForm } from "./theme-form";

type NewThemePageProps = FormState & { community: { slug: string; name: string } };

/** The page that asks for a new theme, and shows it again when something has to be put right. */
export function NewThemePage({ community, ...state }: NewThemePageProps) {
  return (
    <>
      <PageHeader
        where={[
          { href: paths.community(community), label: community.name },
          { href: paths.roadmap(community), label: "Roadmap" },
        ]}
        title="Add a theme"
        lede="A title and a why are enough to begin with. Questions, pillars and tasks come on its own page."
      />
      <Narrow>
        <ThemeForm {...state} action={paths.themes(community)} submit="Add the theme" />
      </Narrow>
    </>
  );
}
