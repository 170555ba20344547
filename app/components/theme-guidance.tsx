import type { ThemeGauge } from "../domain/roadmap/gauge-figures";
import { paths } from "../paths";
import { Gauge, gaugeScale } from "./gauge";
import { Section } from "./section";

/** The gauge of a theme on its own page: what is missing, in a sentence and a small picture. */
export function ThemeGuidance({ community, gauge }: { community: { slug: string }; gauge: ThemeGauge | undefined }) {
  if (!gauge) return null;
  return (
    <Section
      title="Guidance"
      id="guidance"
      level={3}
      action={<a href={paths.roadmapGuidance(community)}>What to prepare next</a>}
    >
      <p>{gauge.says}</p>
      <Gauge figures={gauge} scale={gaugeScale([gauge])} />
    </Section>
  );
}
