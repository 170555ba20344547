import { Button } from "./button";
import { FilterForm } from "./filter-form";
import { TextField } from "./text-field";

type ThemeFinderProps = {
  /** The address that is asked, with `?search=`. */
  action: string;
  search: string;
  /** What was found, each with where it leads; absent when nothing was asked. */
  found?: readonly { href: string; title: string }[];
};

/** Finds a theme by a part of its title, on roadmaps too long for a list of choices. */
export function ThemeFinder({ action, search, found }: ThemeFinderProps) {
  return (
    <>
      <FilterForm action={action}>
        <TextField name="search" type="search" label="A part of its title" value={search} />
        <Button>Find the theme</Button>
      </FilterForm>
      {found?.length === 0 ? <p>No theme has “{search}” in its title.</p> : null}
      {found && found.length > 0 ? (
        <ul>
          {found.map(({ href, title }) => (
            <li key={href}>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
