import { Fragment } from "react";
import { timeInWords, zonePlace } from "./time-words";

type HoursTogetherProps = {
  hours: readonly { from: Date; until: Date }[];
  /** They are of the sprint's first days, because it has not begun. */
  wait: boolean;
  /** The other's IANA zone, and the reader's. */
  theirZone: string;
  readerZone: string;
  /** How many are said; the others are counted. */
  most?: number;
};

/** The hours two people both have, each on the clock of both: "Thu 7 May, 21:45 to 23:45 (16:00 to 18:00 your time)". */
export function HoursTogether({ hours, wait, theirZone, readerZone, most = hours.length }: HoursTogetherProps) {
  if (hours.length === 0) return <>You share no hours in {daysInWords(wait)}; agree on a time.</>;
  const left = hours.length - most;
  return (
    <>
      {hours.slice(0, most).map(({ from, until }, index) => (
        <Fragment key={from.toISOString()}>
          {index > 0 ? <br /> : null}
          <OneStretch from={from} until={until} theirZone={theirZone} readerZone={readerZone} />
        </Fragment>
      ))}
      {left > 0 ? ` and ${left} more` : null}
    </>
  );
}

/** The days whose hours a pair is shown: "the next seven days". */
export const daysInWords = (wait: boolean): string => (wait ? "the first days of the sprint" : "the next seven days");

type StretchProps = { from: Date; until: Date; theirZone: string; readerZone: string };

/** One stretch on both clocks. */
export function OneStretch({ from, until, theirZone, readerZone }: StretchProps) {
  const theirs = onClock(from, until, theirZone);
  const yours = onClock(from, until, readerZone);
  const said = (words: string) => <time dateTime={from.toISOString()}>{words}</time>;
  if (theirs.whole === yours.whole) return said(`${yours.whole} ${zoneWords(readerZone)}`);
  return (
    <>
      {said(`${theirs.whole} ${zoneWords(theirZone)}`)} ({theirs.date === yours.date ? yours.hours : yours.whole} your
      time, {zonePlace(readerZone)})
    </>
  );
}

const zoneWords = (zone: string) => timeInWords("2026-01-01T00:00:00Z", zone).zone;

function onClock(from: Date, until: Date, zone: string) {
  const start = timeInWords(from.toISOString(), zone, null, "short").there;
  const end = timeInWords(until.toISOString(), zone, null, "short").there;
  const [date = "", first = ""] = start.split(", ");
  const [endDate = "", last = ""] = end.split(", ");
  // Midnight is the end of the day before, not of the next.
  const hours = `${first} to ${endDate === date || last === "00:00" ? (last === "00:00" ? "24:00" : last) : end}`;
  return { date, hours, whole: `${date}, ${hours}` };
}
