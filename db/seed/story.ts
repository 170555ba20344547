import type { ClaimEnding } from "../../app/domain/claims/endings";
import type { ThemeState } from "../../app/domain/roadmap/theme-states";
import type { CrewName } from "./crew";

/*
 * What has happened in the example since the roadmap session, a week ago. Everything is named by its title in
 * `example-roadmap.md`; a title that is not there stops the seed.
 */

type ThemeTold = { title: string; state: ThemeState; champion: CrewName | null };

export const themesTold: readonly ThemeTold[] = [
  { title: "Modernise contrib.auth", state: "active", champion: "mireia" },
  { title: "Type hints", state: "exploring", champion: "omar" },
  { title: "An API story", state: "active", champion: "sanne" },
  { title: "The async story", state: "exploring", champion: "hannah" },
  { title: "Background tasks: the database back end", state: "active", champion: "bilal" },
  { title: "Website: people cannot find things", state: "active", champion: "rosa" },
  { title: "Start small: a lighter way in", state: "exploring", champion: "ana" },
  { title: "An executive director for the foundation", state: "parked", champion: null },
];

type QuestionTold = {
  title: string;
  owner: CrewName;
  decision?: DecisionTold;
  /** What had been decided before it was revised. */
  before?: DecisionTold;
};

type DecisionTold = { by: CrewName; answer: string; reason: string; rejected: string };

export const questionsTold: readonly QuestionTold[] = [
  {
    title: 'What do we mean by "modern": two-factor, passkeys, e-mail as the user name, or all three?',
    owner: "mireia",
  },
  {
    title: "Which third-party packages already solve which part, and what stops people from using them?",
    owner: "lin",
  },
  { title: "Do we annotate core, publish stubs, or bless what exists?", owner: "omar" },
  {
    title: "What would an experiment look like that we could throw away?",
    owner: "omar",
    decision: {
      by: "omar",
      answer: "One small module, `django.utils.text`, on a branch that is never merged.",
      reason:
        "It takes a day, nobody has to review it, and what hurts on eleven functions will hurt on eleven hundred. Whoever does it writes that down; the code goes into the bin.",
      rejected:
        "A whole package first: nobody would review it, and nobody who had spent a month on it would throw it away.",
    },
  },
  {
    title: "Is the first step documentation, serialisation, or both?",
    owner: "sanne",
    before: {
      by: "sanne",
      answer: "Both at once, each with somebody of its own.",
      reason: "Whoever looks for one of them finds the other missing.",
      rejected: "One after the other: the second would never come.",
    },
    decision: {
      by: "mireia",
      answer: "Documentation. Serialisation is measured meanwhile, and decided once there are numbers.",
      reason:
        "The two how-tos can be written by people who are in this room. A serialisation layer has to be carried for ten years by somebody who is not.",
      rejected: "Both at once: the how-tos would wait for the code, as they have so far.",
    },
  },
  { title: "What is really missing, in one paragraph a newcomer understands?", owner: "hannah" },
];

type TaskTold = {
  title: string;
  mentor: CrewName;
  /** What was prepared since, so that somebody can start. */
  prepared?: { start: string; doneWhen: string; verify: string };
  /** Who prepared it, where somebody took that on; without `prepared`, who does so now. */
  preparedBy?: CrewName;
  /** The question it waits for. */
  awaits?: string;
};

export const tasksTold: readonly TaskTold[] = [
  {
    title: "Reproduce the open tickets about password reset and note which still happen on main",
    mentor: "priya",
  },
  { title: "Document how to add a second factor with today's hooks", mentor: "priya" },
  { title: "Verify that every auth template passes an accessibility check", mentor: "priya" },
  {
    title: "Read the last five years of forum threads on contrib.auth and list what people asked for",
    mentor: "mireia",
    preparedBy: "ana",
    prepared: {
      start: "the forum's search for “auth”, “login” and “user model”, newest first",
      doneWhen: "a list of what people asked for, how often, with a link to one thread for each",
      verify: "somebody else picks three lines at random and agrees that the thread says that",
    },
  },
  { title: "Compare the existing stubs with the public API of one small module", mentor: "omar" },
  {
    title: "Annotate django.utils.text on a branch and write down what hurt",
    mentor: "omar",
    awaits: "What would an experiment look like that we could throw away?",
    preparedBy: "bilal",
    prepared: {
      start: "django/utils/text.py on a branch of your own; the decision on record says why this one",
      doneWhen: "the module is annotated, the type checker is content, and a page says what hurt and what was easy",
      verify:
        "the test suite still passes; somebody else checks out the branch and gets the same from the type checker",
    },
  },
  {
    title: 'Draft the page "Typing in Django: where we stand"',
    mentor: "omar",
    awaits: "Do we annotate core, publish stubs, or bless what exists?",
    prepared: {
      start: "the forum threads on typing, and the decision once it is on record",
      doneWhen: "a page that somebody who has never used type hints can read in five minutes",
      verify: "two people say back to you where Django stands, and say the same",
    },
  },
  { title: "How-to: a JSON endpoint with plain Django", mentor: "sanne" },
  { title: "Link the how-tos from the front page of the documentation", mentor: "sanne" },
  { title: "Reproduce the reported connection exhaustion under async load", mentor: "lin" },
  {
    title: "Add a failing test for tasks enqueued inside a rolled back transaction",
    mentor: "lin",
  },
  { title: "Collect ten pages that nobody can find, with how you looked for them", mentor: "mireia" },
  { title: "Triage: website tickets untouched for more than a year", mentor: "mireia" },
  { title: "Tutorial: hello world in one file, and how it grows", mentor: "sanne", preparedBy: "ana" },
];

/** What was found out since to wait for what, task by task. */
export const waitsTold: readonly { task: string; waitsFor: readonly string[] }[] = [
  {
    task: "Write down what a TOTP second step needs from the login view",
    waitsFor: [
      "Survey the third-party authentication packages: what each covers, how it is maintained",
      "Read the last five years of forum threads on contrib.auth and list what people asked for",
    ],
  },
  {
    task: "Experiment: a TOTP step as a third-party app, without touching core",
    waitsFor: [
      "Write down what a TOTP second step needs from the login view",
      "Document how to add a second factor with today's hooks",
    ],
  },
  {
    task: "Experiment: passkey login in a sample project",
    waitsFor: [
      "List which WebAuthn calls a Django login needs, with a diagram",
      "Experiment: a TOTP step as a third-party app, without touching core",
    ],
  },
  {
    task: "List which WebAuthn calls a Django login needs, with a diagram",
    waitsFor: ["Survey the third-party authentication packages: what each covers, how it is maintained"],
  },
  {
    task: "How-to: when to reach for a REST framework, and which ones there are",
    waitsFor: ["Document how to add a second factor with today's hooks"],
  },
];

/** What a piece of research showed, and the question it speaks to. */
export const findingsTold = {
  task: "Read the last five years of forum threads on contrib.auth and list what people asked for",
  by: "lin",
  question: 'What do we mean by "modern": two-factor, passkeys, e-mail as the user name, or all three?',
  text: "214 threads, nineteen wishes. **E-mail as the user name** comes first by a distance, a second factor second; passkeys are asked for since last year only. Nobody asked for all three at once.",
} as const satisfies { task: string; by: CrewName; question: string; text: string };

/** When the roadmap was written down. */
export const roadmapHoursAgo = 7 * 24;

type ClaimTold = {
  task: string;
  by: CrewName;
  note: string;
  claimedHoursAgo: number;
  ending?: { reason: Extract<ClaimEnding, "released" | "finished">; note: string; hoursAgo: number };
};

export const claimsTold: readonly ClaimTold[] = [
  {
    task: "Read the last five years of forum threads on contrib.auth and list what people asked for",
    by: "lin",
    note: "I answer half of these threads anyway, so I know where they are buried.",
    claimedHoursAgo: 6 * 24,
    ending: {
      reason: "finished",
      note: "214 threads, nineteen wishes. E-mail as the user name comes first by a distance, a second factor second. The list is linked from the theme's thread; three people have checked lines of it.",
      hoursAgo: 4 * 24 + 3,
    },
  },
  {
    task: "Verify that every auth template passes an accessibility check",
    by: "tomas",
    note: "I have a screen reader at hand and two free evenings.",
    claimedHoursAgo: 5 * 24 + 2,
    ending: {
      reason: "released",
      note: "My new job starts earlier than I thought, so I hand this back half done. The log-in, log-out and password change templates are in the table on the ticket, with screenshots. Left: the four templates of password reset. Send each form empty first, because the errors are where I found the most; and check the tab order with the language set to Arabic.",
      hoursAgo: 3 * 24,
    },
  },
  {
    task: "Document how to add a second factor with today's hooks",
    by: "zoe",
    note: "I will follow the page myself on a new project while I write it.",
    claimedHoursAgo: 20,
  },
];
