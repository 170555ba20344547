import { type TimeForm, timeInWords } from "./time-words";

type TimeProps = {
  /** An instant as ISO 8601 with an offset: "2025-10-10T12:00:00Z". */
  at: string;
  /** The IANA zone of the event or community it belongs to. */
  zone: string;
  /** The reader's IANA zone, from their profile. */
  readerZone?: string | null;
  form?: TimeForm;
  /** Say the year too: for what may be long ago. */
  year?: boolean;
};

/** An instant, in the event's zone and in the reader's when that reads differently, each with the zone's name. The same on server and client. */
export function Time({ at, zone, readerZone, form, year }: TimeProps) {
  const words = timeInWords(at, zone, readerZone, form, year);
  return (
    <time dateTime={at}>
      {words.there} {words.zone}
      {words.yours ? ` (${words.yours} your time, ${words.place})` : null}
    </time>
  );
}
