import { previewWords } from "../domain/plans/words";
import { Section } from "./section";

type SettingsPreviewProps = {
  /** What other settings would do; null until they are looked at. */
  preview: { pairs: number; moved: readonly { newcomerId: number; because: string }[] } | null;
};

/** What would move if the settings in the form were saved and the pairing run. */
export function SettingsPreview({ preview }: SettingsPreviewProps) {
  return (
    <Section title="What would move" id="preview" lede="Against a run with the settings as they are stored.">
      <p role="status">{preview ? previewWords(preview) : "Nothing yet: this is how they are stored."}</p>
      {preview && preview.moved.length > 0 ? (
        <ul>
          {preview.moved.map(({ newcomerId, because }) => (
            <li key={newcomerId}>{because}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
