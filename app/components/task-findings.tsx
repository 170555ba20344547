import { paths } from "../paths";
import { FindingsList } from "./findings-list";
import { Section } from "./section";

type TaskFindingsProps = {
  community: { slug: string };
  task: { number: number; title: string };
  /** Its text is safe HTML. */
  findings: {
    text: string;
    by: string | null;
    at: Date;
    question: string | null;
    questionNumber: number | null;
    questionGone: Date | null;
  } | null;
  /** Whether the reader may say what it showed. */
  writable: boolean;
  zone: string;
};

/** What a task showed, on its own page, and the question that it helps to answer. */
export function TaskFindings({ community, task, findings, writable, zone }: TaskFindingsProps) {
  const write = writable ? (
    <a href={paths.findings(community, task)}>{findings ? "Edit" : "Write it down"}</a>
  ) : undefined;
  if (!findings) {
    return writable ? (
      <Section title="What it showed" id="findings" action={write}>
        <p>Nobody has written down yet what it showed.</p>
      </Section>
    ) : null;
  }
  const { text, by, at, question, questionNumber, questionGone } = findings;
  return (
    <Section title="What it showed" id="findings" action={write}>
      <FindingsList findings={[{ task, text, by, at }]} zone={zone} />
      {question !== null && questionNumber !== null && questionGone === null ? (
        <p>
          It helps to answer <a href={paths.question(community, { number: questionNumber })}>{question}</a>
        </p>
      ) : null}
    </Section>
  );
}
