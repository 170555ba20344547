import type { TaskKind } from "./kinds";

export type Proposal = { doneWhen: string; verify: string };

/** For each kind, a "done when" and a "how to verify" to accept or rewrite. Never stored unless an organizer saves it. */
const proposals: Record<TaskKind, Proposal> = {
  code: {
    doneWhen: "a pull request is open, with a test that fails without the change",
    verify: "run the new test with and without the change; run the tests around it",
  },
  docs: {
    doneWhen: "a reader who is new to the subject can follow the page from start to end",
    verify: "build the documentation without warnings; follow your own page from an empty project",
  },
  triage: {
    doneWhen: "every ticket on the list says what happens to it next, and why",
    verify: "somebody else reads three of them and would have decided the same",
  },
  reproduce: {
    doneWhen: "the ticket says whether it still happens, with the version and the steps",
    verify: "somebody else gets the same result by following your steps",
  },
  verify: {
    doneWhen: "a table of what was checked, what was found, and on which version is on the ticket",
    verify: "a second person gets the same findings on three of them",
  },
  review: {
    doneWhen: "the author knows what is good, what has to change and why, and what is only taste",
    verify: "you ran the change yourself, and can say in a sentence what it does",
  },
  research: {
    doneWhen: "a page says what you looked at, what you found, and what you would do next",
    verify: "somebody who was not there can follow every finding back to where it comes from",
  },
  experiment: {
    doneWhen: "the code can be thrown away, and a page says what it showed and what it did not",
    verify: "somebody else runs it from your notes and sees the same",
  },
  design: {
    doneWhen: "a sketch and a paragraph say how it would work, with the choices that were left out",
    verify: "two people who would use it say back to you what it does",
  },
};

export const proposalFor = (kind: TaskKind): Proposal => proposals[kind];
