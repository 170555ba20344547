import { DefinitionList } from "./definition-list";
import { timeInWords } from "./time-words";

export type HoursLine = {
  /** "Thursday 7 May". */
  day: string;
  /** Instants as ISO 8601. */
  startsAt: string;
  endsAt: string;
  note: string | null;
};

type SprintHoursProps = { hours: readonly HoursLine[]; zone: string; readerZone?: string | null };

/** The days of a sprint with their hours, in its zone and in the reader's when that reads differently. */
export function SprintHours({ hours, zone, readerZone }: SprintHoursProps) {
  return (
    <DefinitionList
      definitions={hours.map((line) => ({
        term: line.day,
        said: (
          <>
            <Span from={line.startsAt} until={line.endsAt} zone={zone} readerZone={readerZone} />
            {line.note ? <small> {line.note}</small> : null}
          </>
        ),
      }))}
    />
  );
}

type SpanProps = { from: string; until: string; zone: string; readerZone?: string | null };

/** From when until when on one day: "08:00 to 14:00 Madrid time (11:45 to 17:45 your time, Kathmandu)". */
export function Span({ from, until, zone, readerZone }: SpanProps) {
  const [start, end] = [from, until].map((at) => timeInWords(at, zone, readerZone, "clock"));
  if (!start || !end) return null;
  const place = start.place ?? end.place;
  return (
    <>
      <time dateTime={from}>{start.there}</time> to <time dateTime={until}>{end.there}</time> {start.zone}
      {place ? ` (${start.yours ?? start.there} to ${end.yours ?? end.there} your time, ${place})` : null}
    </>
  );
}
