import type { Clash } from "../domain/clash";
import styles from "./clash-note.module.css";
import { Section } from "./section";
import { Verbatim } from "./verbatim";

type ClashNoteProps = {
  /** Who saved in the meantime, when it is known. */
  by: string | null;
  /** What differs; none when somebody saved the very same. */
  clashes: readonly Clash[];
};

/** Somebody saved while this form was being filled in: theirs beside yours, above the form that holds yours. */
export function ClashNote({ by, clashes }: ClashNoteProps) {
  return (
    <div role="alert">
      <Section
        title={`${by ?? "Somebody"} saved this while you were writing`}
        id="clash"
        lede="Nothing is lost: theirs is stored, and yours stands in the form below. Take over what you want to keep, then save."
      >
        {clashes.length === 0 ? (
          <p>You both wrote the same.</p>
        ) : (
          <dl className={styles.clashes}>
            {clashes.map(({ label, theirs, yours }) => (
              <div className={styles.clash} key={label}>
                <dt>{label}</dt>
                <dd>
                  <h3>Stored now</h3>
                  <Said text={theirs} />
                </dd>
                <dd>
                  <h3>What you wrote</h3>
                  <Said text={yours} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
    </div>
  );
}

const Said = ({ text }: { text: string }) => (text === "" ? <i>nothing</i> : <Verbatim text={text} />);
