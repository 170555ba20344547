/** What somebody had typed into one field, for the page that says no. */
export type KeptText = { label: string; text: string };

/** Fields people write sentences into, and what their forms call them. */
const labels: Record<string, string> = {
  title: "Title",
  why: "Why it matters",
  intro: "What belongs in it",
  goal: "Why it matters",
  start: "Where to start",
  doneWhen: "Done when",
  verify: "How to verify",
  notes: "Notes",
  parts: "The parts",
  outline: "The outline",
  answer: "The answer",
  reason: "Why",
  rejected: "What was turned down",
  findings: "What it showed",
  guidance: "What you wrote",
  summary: "What it is about",
  bring: "What to bring and set up",
  giving: "Where to give time and money",
  codeOfConduct: "Code of conduct",
  otherHours: "Other hours",
  blocks: "What is in the way",
  note: "Note",
  place: "Where",
  languages: "Languages",
  skills: "Skills",
  links: "Links",
  wants: "Wants to learn",
  question: "Your question",
  words: "Your words",
};

/** The texts of a refused form, so that none is lost with it; fields left empty are left out. */
export const keptText = (form: FormData | undefined): KeptText[] =>
  Object.entries(labels).flatMap(([name, label]) => {
    const text = form?.get(name);
    return typeof text === "string" && text.trim() !== "" ? [{ label, text }] : [];
  });

/** Everything typed into a form, by field name, as it was typed. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
