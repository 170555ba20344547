import { limits } from "../limits";
import { graphemes } from "../text";

/** What the organizers of a sprint ask besides. With choices, one of them is the answer; without, a few words. */
export type OwnQuestion = { ask: string; choices: string[]; needed: boolean };

export type OwnQuestionsRead = { ok: true; questions: OwnQuestion[] } | { ok: false; because: string };

/**
 * Reads questions as organizers write them: one a line, its choices in parentheses at the end with slashes between them, and
 * an asterisk where an answer is needed: "Do you need a bed? (yes / no) *". Refused with a sentence: too many questions or
 * choices, a question that is too long or stands there twice, a single choice.
 */
export function readOwnQuestions(text: string): OwnQuestionsRead {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const no = (because: string): OwnQuestionsRead => ({ ok: false, because });
  if (lines.length > limits.sprintQuestionsMost) {
    return no(
      `Those are ${lines.length} questions. Ask ${limits.sprintQuestionsMost} at most: each costs people time.`,
    );
  }
  const questions = lines.map(readQuestion);
  for (const [at, { ask, choices }] of questions.entries()) {
    if (ask === "") return no(`Line ${at + 1} has choices, and no question before them.`);
    if (graphemes(ask) > limits.titleGraphemes) {
      return no(`Line ${at + 1} is longer than ${limits.titleGraphemes} characters. Ask it in fewer words.`);
    }
    if (questions.findIndex((other) => other.ask === ask) !== at) return no(`“${ask}” stands there twice.`);
    if (choices.length === 1) return no(`“${ask}” has one choice. Give two or more, with slashes between them.`);
    if (choices.length > limits.questionChoicesMost) {
      return no(`“${ask}” has ${choices.length} choices. Give ${limits.questionChoicesMost} at most.`);
    }
  }
  return { ok: true, questions };
}

function readQuestion(line: string): OwnQuestion {
  const needed = line.endsWith("*");
  const said = needed ? line.slice(0, -1).trim() : line;
  const [, ask = said, inside = ""] = /^(.*?)\s*\(([^()]*\/[^()]*)\)$/.exec(said) ?? [];
  const choices = inside
    .split("/")
    .map((choice) => choice.trim())
    .filter((choice) => choice !== "");
  return { ask: ask.trim(), choices: [...new Set(choices)], needed };
}

/** Questions as {@link readOwnQuestions} reads them. */
export const writeOwnQuestions = (questions: readonly OwnQuestion[]): string =>
  questions
    .map(({ ask, choices, needed }) => {
      const among = choices.length > 0 ? ` (${choices.join(" / ")})` : "";
      return `${ask}${among}${needed ? " *" : ""}`;
    })
    .join("\n");
