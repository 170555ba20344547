import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { marksIn } from "../domain/roadmap/desk-marks";
import { type DeskSurroundings, previewDesk, readAt } from "../domain/roadmap/desk-preview";
import { previewWords } from "../domain/roadmap/desk-words";
import { Button } from "./button";
import { Actions } from "./columns";
import styles from "./desk.module.css";
import { DeskRemarks, DeskTheme } from "./desk-becomes";
import { useFollowing } from "./desk-following";
import { DeskWriting } from "./desk-writing";
import { Section } from "./section";
import { SubmitForm } from "./submit-form";

export type DeskFormProps = {
  /** Where it is previewed without JavaScript, and where it is saved. */
  action: string;
  application: string;
  /** The text at hand, and the one it is compared with when it is saved. */
  text: string;
  base: string;
  around: DeskSurroundings;
  /** The database's time. */
  now: Date;
  error?: string;
  /** They agreed to take off what is going. */
  agreed?: boolean;
};

/** How long nobody types before a reader of the screen is told what the text became. */
const pause = 1_500;

/** A theme as text, and beside it what the text becomes: live in a browser that runs scripts, else by "Preview". */
export function DeskForm({ action, application, text, base, around, now, error, agreed = false }: DeskFormProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const side = useRef<HTMLElement>(null);
  const [written, setWritten] = useState(text);
  const [live, setLive] = useState(false);
  const shown = useDeferredValue(written);
  const { desk, preview } = useMemo(() => {
    const desk = readAt(shown, around.theme, marksIn(base));
    return { desk, preview: previewDesk(desk, around, now) };
  }, [shown, base, around, now]);
  useEffect(() => {
    // What was typed before the scripts had run.
    setWritten(area.current?.value ?? text);
    setLive(true);
  }, [text]);
  useFollowing(area, side, preview);
  const news = useNews(previewWords(preview, desk.unread.length));
  return (
    <SubmitForm action={action}>
      <textarea name="base" defaultValue={base} hidden readOnly aria-label="The text it began with" />
      <div className={styles.desk}>
        <DeskWriting area={area} value={text} text={shown} hints={preview.hints} error={error} onWrite={setWritten} />
        <div className={styles.becomes}>
          <div className={styles.actions}>
            <Actions>
              <Button tone="go" formAction={application} data-save="">
                Save the theme
              </Button>
              {live ? null : <Button>Preview</Button>}
              <a className={styles.across} href="#becomes">
                See what it becomes
              </a>
            </Actions>
          </div>
          <Section title="What it becomes" id="becomes" lede={previewWords(preview, desk.unread.length)}>
            <DeskRemarks preview={preview} unread={desk.unread} agreed={agreed} />
          </Section>
          <section
            className={styles.beside}
            ref={side}
            aria-label="The theme it becomes"
            tabIndex={live ? 0 : undefined}
          >
            <DeskTheme preview={preview} />
          </section>
          <p className={styles.across}>
            <a href="#field-outline">Back to writing</a>
          </p>
        </div>
      </div>
      <p className={styles.news} aria-live="polite">
        {news}
      </p>
    </SubmitForm>
  );
}

/** Words that are said once nobody has typed for a while, and only when they are others than before. */
function useNews(words: string): string {
  const first = useRef(words);
  const [news, setNews] = useState("");
  useEffect(() => {
    if (words === first.current && news === "") return;
    const timer = setTimeout(() => setNews(words), pause);
    return () => clearTimeout(timer);
  }, [words, news]);
  return news;
}
