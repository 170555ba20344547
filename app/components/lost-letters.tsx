import { lostWords } from "../domain/letters";
import { Section } from "./section";
import { Time } from "./time";

type LostLettersProps = {
  /** `at`: when it was written, as ISO 8601. */
  letters: readonly { id: number; name: string; subject: string; at: string }[];
  zone: string;
  readerZone: string;
};

/** Mails of a community that never arrived, for its organizers: whom to tell in another way. Nothing when there are none. */
export function LostLetters({ letters, zone, readerZone }: LostLettersProps) {
  if (letters.length === 0) return null;
  return (
    <Section
      title={lostWords(letters.length)}
      id="lost"
      lede="The mail server did not take them for a day, or we were cut off while sending. Please tell these people yourself, and ask whether their address is still right."
    >
      <ul>
        {letters.map(({ id, name, subject, at }) => (
          <li key={id}>
            <b>{name}</b> · {subject} · <Time at={at} zone={zone} readerZone={readerZone} form="moment" />
          </li>
        ))}
      </ul>
    </Section>
  );
}
