import { Stack } from "../../components/columns";
import { Facts } from "../../components/facts";
import { PairLine, PairList } from "../../components/pair-list";
import { Section } from "../../components/section";
import { healthNames } from "../../domain/pairs/words";
import { paths } from "../../paths";
import type { Page } from "./page";

/** The pairs of a sprint, the most urgent first, or those of one health. */
export function Pairs({ page }: { page: Page }) {
  const { community, sprint, pairs, only, healths, rows, more, readerZone, now } = page;
  const overview = paths.sprintOverview(community, sprint);
  return (
    <Section
      title={only === null ? "Pairs, the most urgent first" : `Pairs: ${healthNames[only]}`}
      id="pairs"
      action={only === null ? undefined : <a href={`${overview}#pairs`}>All pairs</a>}
    >
      {pairs === 0 ? (
        <p>
          Nobody is paired yet. <a href={paths.plan(community, sprint)}>Plan the pairs</a>
        </p>
      ) : (
        <Stack>
          <Facts
            facts={healths
              .filter(({ count }) => count > 0)
              .map(({ is, count }) => ({
                value: count,
                label: healthNames[is],
                href: `${overview}?pairs=${is}#pairs`,
              }))}
          />
          {rows.length === 0 ? (
            <p>No pair is so at the moment.</p>
          ) : (
            <PairList>
              {rows.map((row) => (
                <PairLine key={row.id} community={community} row={row} readerZone={readerZone} now={now} brief />
              ))}
            </PairList>
          )}
          {more > 0 ? <p>And {more} more, less urgent ones.</p> : null}
        </Stack>
      )}
    </Section>
  );
}
