/** A theme as somebody jots it down: one task a newcomer could start, one far too big, one comment nobody can read. */
export type Draft = { theme: string; question: string; pillar: string; small: string; big: string };

/** One for each way a story is told: what resembles a theme that is there would be taken for the same theme, renamed. */
export const drafts: readonly [Draft, Draft, Draft, Draft, Draft] = [
  {
    theme: "Better release notes",
    question: "Who writes the first draft?",
    pillar: "Gather",
    small: "Collect ten release notes and mark what confuses",
    big: "Rewrite how release notes are written",
  },
  {
    theme: "Error messages that help",
    question: "Which errors do newcomers meet first?",
    pillar: "Listen",
    small: "List the five errors that the forum asks about most",
    big: "Give every error a page of its own",
  },
  {
    theme: "Translations in time",
    question: "When does the text of a release stop changing?",
    pillar: "Rhythm",
    small: "Ask three language teams how long they need",
    big: "Move the translators' calendar ahead of the release",
  },
  {
    theme: "A test suite to trust",
    question: "Do we quarantine what fails at random?",
    pillar: "Weed out",
    small: "Name the tests that failed by chance last month",
    big: "Run each of them alone, a thousand times",
  },
  {
    theme: "Sprints for people far away",
    question: "In which time zones do we meet?",
    pillar: "Remote days",
    small: "Write down what a remote participant misses in a day",
    big: "Hold a sprint with nobody in the room",
  },
];

const unreadable = "<!-- ask Omar about the budget -->\n\n";

/** The draft as Markdown, with the comment; its fifth line. */
export const jotted = ({ theme, question, pillar, small, big }: Draft) => `## ${theme}

People find out about it when something breaks.

${unreadable}- ${question}

### ${pillar}
- ${small} (research, 2h)
  start: the forum
  done when: a list, each line with a link
  verify: somebody else agrees with three lines
- ${big} (code, 5 days)
`;

/** The same without the comment. */
export const readable = (text: string) => text.replace(unreadable, "");
