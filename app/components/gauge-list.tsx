import type { ThemeGauge } from "../domain/roadmap/gauge-figures";
import { paths } from "../paths";
import { Disclosure } from "./disclosure";
import { Gauge, gaugeScale } from "./gauge";
import styles from "./gauge.module.css";

type GaugeListProps = {
  community: { slug: string };
  themes: readonly ThemeGauge[];
  /** The scale of all pages of the list. */
  scale?: number;
};

/** The gauges of themes: each with its sentence and its picture, and the same once more as a table. */
export function GaugeList({ community, themes, scale = gaugeScale(themes) }: GaugeListProps) {
  return (
    <>
      <ul className={styles.list}>
        {themes.map((theme) => (
          <li key={theme.slug} id={theme.slug}>
            <h3>
              <a href={paths.theme(community, theme)}>{theme.title}</a>
            </h3>
            <p>{theme.says}</p>
            <Gauge figures={theme} scale={scale} />
          </li>
        ))}
      </ul>
      <Disclosure summary="The same as a table">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table has to be scrolled by keyboard too */}
        <section className={styles.scroll} aria-label="The gauges as a table" tabIndex={0}>
          <GaugeTable themes={themes} />
        </section>
      </Disclosure>
    </>
  );
}

const said = (figure: number | null) => (figure === null ? "not said" : figure);

/** Every figure of the pictures, in words and numbers. */
function GaugeTable({ themes }: Pick<GaugeListProps, "themes">) {
  const wanted = themes.some(({ wants }) => wants !== null);
  const given = themes.some(({ hours }) => hours !== null);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Theme</th>
          <th scope="col">Tasks ready</th>
          {wanted ? <th scope="col">Newcomers who want it</th> : null}
          {wanted ? <th scope="col">As first choice</th> : null}
          {given ? <th scope="col">Mentor hours</th> : null}
          <th scope="col">What is missing</th>
        </tr>
      </thead>
      <tbody>
        {themes.map((theme) => (
          <tr key={theme.slug}>
            <th scope="row">{theme.title}</th>
            <td>{theme.ready}</td>
            {wanted ? <td>{said(theme.wants)}</td> : null}
            {wanted ? <td>{said(theme.first)}</td> : null}
            {given ? <td>{said(theme.hours)}</td> : null}
            <td>{theme.says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
