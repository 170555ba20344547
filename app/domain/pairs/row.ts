import { timeLeft } from "../claims/clock";
import { hoursOn, type SprintTimes } from "../sprint/hours";
import type { PairPart } from "./deeds";
import { type Health, type HealthFacts, healthOf } from "./health";
import { type Availability, hoursTogether, type Stretch, weekFrom } from "./hours-together";
import { type LastClaim, lastNews } from "./news";
import { healthWords, moodWords, nextStep } from "./words";

type Side = Availability & { personId: number; name: string };

type PairFacts = HealthFacts & {
  id: number;
  sprint: SprintTimes & { slug: string; name: string; online: boolean };
  newcomer: Side;
  mentor: Side;
  lastClaim: LastClaim | null;
  tasks: readonly { number: number; title: string; expiresAt: Date }[];
  starter: { number: number; title: string } | null;
};

/** A pair as a list says it to one reader. */
export type PairRow = {
  id: number;
  sprint: { slug: string; name: string };
  /** Whom it is about: the other of the two; both for an organizer. */
  title: string;
  health: Health;
  /** How it is, in words; for `stuck` the hour belongs behind them. */
  healthSaid: string;
  /** What was heard last and when, in words; null when nothing was. */
  news: { said: string; at: Date } | null;
  tasks: { number: number; title: string; left: string }[];
  /** What they could begin with: free, in a theme both chose; null while the newcomer holds a task, and where there is none. */
  starter: { number: number; title: string } | null;
  /** The hours both have in the next seven days; where there are none before the sprint, in the seven days that begin with it. */
  hours: Stretch[];
  /** Those are the sprint's first days. */
  hoursWait: boolean;
  /** The IANA zone of the other of the two; the newcomer's for an organizer. */
  theirZone: string;
  /** What to do next, for the mentor. */
  step: string;
};

/** A pair as `part` reads it at an instant (the database's time). `personId` is the reader's. */
export function pairRow(pair: PairFacts, part: PairPart, personId: number, now: Date): PairRow {
  const { newcomer, mentor, sprint } = pair;
  const other = part === "newcomer" ? mentor : newcomer;
  const health = healthOf(pair, now);
  const begins = hoursOn(sprint, sprint.startsOn).startsAt;
  const hoursFrom = (day: Date) => hoursTogether(newcomer, mentor, sprint, weekFrom(day));
  const soon = hoursFrom(now);
  const hoursWait = soon.length === 0 && begins > now;
  return {
    id: pair.id,
    sprint: { slug: sprint.slug, name: sprint.name },
    title: part === "organizer" ? `${newcomer.name} and ${mentor.name}` : other.name,
    health,
    healthSaid: healthWords(health, part, now),
    news: newsInWords(pair, personId),
    tasks: pair.tasks.map(({ number, title, expiresAt }) => ({ number, title, left: timeLeft(expiresAt, now) })),
    starter: pair.tasks.length === 0 ? pair.starter : null,
    hours: hoursWait ? hoursFrom(begins) : soon,
    hoursWait,
    theirZone: other.timeZone,
    step: nextStep(health, newcomer.name),
  };
}

function newsInWords(pair: PairFacts, personId: number): PairRow["news"] {
  const news = lastNews(pair);
  if (!news) return null;
  const { newcomer, mentor } = pair;
  if (news.kind === "task") {
    const who = newcomer.personId === personId ? "You" : newcomer.name;
    return { said: `${who} ${news.did} “${news.title}”.`, at: news.at };
  }
  const { authorId, mood, blocks } = news.checkIn;
  const author = authorId === mentor.personId ? mentor : newcomer;
  const who = authorId === personId ? "You" : author.name;
  return { said: `${who}: ${moodWords[mood].said}${blocks ? ` ${blocks}` : ""}`, at: news.at };
}
