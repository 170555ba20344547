import { limits } from "../domain/limits";
import { paths } from "../paths";
import { Button } from "./button";
import { Actions } from "./columns";
import { Disclosure } from "./disclosure";
import { ErrorSummary } from "./error-summary";
import { FileField } from "./file-field";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";

type ImportFormProps = FormState & { community: { slug: string } };

/** A roadmap as it is written, pasted or as a file. Sending it shows what it would become. */
export function ImportForm({ community, typed, errors = [] }: ImportFormProps) {
  const state = { typed, errors };
  return (
    <>
      <ErrorSummary errors={errors} />
      <SubmitForm action={paths.roadmapImport(community)} file>
        <TextArea
          {...fieldState(state, "outline")}
          label="Your roadmap"
          hint="Paste it as it is written: Markdown, or plain headings and lists. You see what it becomes before anything changes."
          limit={limits.outlineCharacters}
          rows={16}
          mono
        />
        <Disclosure summary="How it is read">
          <p>
            Headings become themes, and the prose under them says why. What ends in a question mark becomes a question.
            Headings inside a theme become pillars, the items of lists tasks.
          </p>
          <pre>{example}</pre>
        </Disclosure>
        <FileField
          name="file"
          label="Or a file"
          hint="A text file: .md or .txt."
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          error={fieldState(state, "file").error}
        />
        <Actions>
          <Button tone="go">Preview</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}

const example = `## Modernise the sign-in

It has not changed for years, and newcomers ask about it every week.

- Do we keep user names?

### Smaller doors
- Document how to add a second factor (docs, half a day)
  start: the page on customising sign-in
  done when: a reader can add it to a new project
  verify: follow your own page from an empty project
  needs: "Survey the packages"`;

type CorrectionFormProps = {
  community: { slug: string };
  text: string;
  /** Says that `text` is what the preview above shows. */
  mark: string;
  /** Whether bringing it in would change anything. */
  brings: boolean;
};

/** The text once more under its preview: to correct and look again, or to bring in. */
export function CorrectionForm({ community, text, mark, brings }: CorrectionFormProps) {
  return (
    <SubmitForm action={paths.roadmapImport(community)} hidden={{ previewed: mark }} file>
      <TextArea name="outline" label="Your roadmap" value={text} limit={limits.outlineCharacters} rows={20} mono />
      <Actions>
        {brings ? (
          <Button tone="go" formAction={paths.roadmapImportApplication(community)}>
            Bring it in
          </Button>
        ) : null}
        <Button tone={brings ? "plain" : "go"}>Preview again</Button>
      </Actions>
    </SubmitForm>
  );
}
