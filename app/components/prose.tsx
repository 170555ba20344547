import styles from "./prose.module.css";

/**
 * Rendered Markdown. `html` has to come out of the sanitiser: it is put into the page as it is. A wide table scrolls by
 * itself, and can be reached and scrolled from the keyboard.
 */
export function Prose({ html }: { html: string }) {
  const scrolling = html
    .replaceAll("<table>", '<div class="table" role="group" aria-label="Table" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the only way to show sanitised Markdown
  return <div className={styles.prose} dangerouslySetInnerHTML={{ __html: scrolling }} />;
}
