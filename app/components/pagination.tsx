import styles from "./pagination.module.css";

type PaginationProps = {
  /** The page being read, from 1. */
  page: number;
  pages: number;
  /** The address of a page. */
  href: (page: number) => string;
  /** What is being paged through, for screen readers: "Tasks". */
  label: string;
};

/** The way through a long list. A list of one page needs none, and gets none. */
export function Pagination({ page, pages, href, label }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav className={styles.pagination} aria-label={`${label}, by page`}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          Previous page
        </a>
      ) : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          Next page
        </a>
      ) : null}
    </nav>
  );
}
