import { previewWords } from "../domain/plans/words";
import styles from "./pairing-settings-form.module.css";
import { Section } from "./section";

type SettingsPreviewProps = {
  /** What other settings would do; null until they are looked at. */
  preview: { pairs: number; moved: readonly { newcomerId: number; because: string }[] } | null;
  /** Why what is in the form could not be looked at; null where it could. */
  fault: string | null;
};

/** What would move if the settings in the form were saved and the pairing run. */
export function SettingsPreview({ preview, fault }: SettingsPreviewProps) {
  return (
    <div className={styles.preview}>
      <Section title="What would move" id="preview" lede="Against a run with the settings as they are stored.">
        <p role="status">{fault ?? (preview ? previewWords(preview) : "Nothing yet: this is how they are stored.")}</p>
        {preview && preview.moved.length > 0 ? (
          <ul>
            {preview.moved.map(({ newcomerId, because }) => (
              <li key={newcomerId}>{because}</li>
            ))}
          </ul>
        ) : null}
      </Section>
    </div>
  );
}
