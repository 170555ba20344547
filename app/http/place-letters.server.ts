import type { Addressee, Desk, Letter } from "../domain/letters";
import { dayInWords } from "../domain/sprint/days";
import { readingOf } from "../domain/sprint/hours";
import { paths } from "../paths";

/** Who has a place now without having to ask for it, and to whom one is offered until when. */
type PlaceNews = { placed: readonly Addressee[]; offered: readonly (Addressee & { until: Date })[] };

type SprintTold = { slug: string; name: string; timeZone: string };

/**
 * Writes to everybody whose place at a sprint has changed, in the transaction that changes it. A mail that is not taken keeps
 * nobody from their place; without a mail server the sprint's page is what says it.
 */
export async function tellPlaces(
  desk: Desk,
  community: { slug: string },
  sprint: SprintTold,
  news: PlaceNews,
): Promise<void> {
  await desk.write(placeLetters(news, sprint, `${desk.origin}${paths.sprint(community, sprint)}`));
}

/** A letter to each of them: the place is theirs, or it is held for them until then, on the clock of the sprint. */
export const placeLetters = ({ placed, offered }: PlaceNews, sprint: SprintTold, page: string): Letter[] => [
  ...placed.map((to) => ({
    to,
    subject: `You have a place at ${sprint.name}`,
    text: `Hello ${to.name},

you have a place at ${sprint.name}. You need not do anything.

${page}

If you cannot come after all, please withdraw on that page: the next in line is then offered your place.
`,
  })),
  ...offered.map(({ until, ...to }) => {
    const { day, clock } = readingOf(until, sprint.timeZone);
    return {
      to,
      subject: `A place at ${sprint.name} is held for you`,
      text: `Hello ${to.name},

a place at ${sprint.name} has become free, and you are next. It is held for you until ${dayInWords(day)}, ${clock} (${sprint.timeZone.replaceAll("_", " ")}).

Take it with the button on this page:

${page}

If you cannot come, you need not do anything: after that hour it is offered to the next in line. Press “Let it pass” on that page, and they need not wait so long.
`,
    };
  }),
];
