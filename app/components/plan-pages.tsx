import type { TablePages } from "../domain/plans/table";
import { paths } from "../paths";
import { Pagination } from "./pagination";

type Slugged = { slug: string };

type PlanPagesProps = {
  community: Slugged;
  sprint: Slugged;
  /** The pages that are looked at, and how many there are. */
  page: TablePages;
  pages: TablePages;
  /** Whose pages these lead through; the other side stays where it is. */
  side: keyof TablePages;
};

const labels = { mentors: "Mentors and their seats", waits: "Newcomers who wait" };

/** The way through one side of a table that is longer than a page: any page of it beside any page of the other. */
export function PlanPages({ community, sprint, page, pages, side }: PlanPagesProps) {
  return (
    <Pagination
      page={page[side]}
      pages={pages[side]}
      label={labels[side]}
      href={(to) => paths.planPage(community, sprint, { ...page, [side]: to })}
    />
  );
}
