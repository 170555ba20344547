import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOwnQuestions, writeOwnQuestions } from "../../../../app/domain/people/own-questions";

describe("what organizers ask besides", () => {
  it("is one question a line, with choices in parentheses and a star where an answer is needed", () => {
    expect(
      readOwnQuestions("Do you need a bed? (yes / no) *\n\n  What do you eat (if you like)?\r\nShirt (S/M/L)"),
    ).toEqual({
      ok: true,
      questions: [
        { ask: "Do you need a bed?", choices: ["yes", "no"], needed: true },
        { ask: "What do you eat (if you like)?", choices: [], needed: false },
        { ask: "Shirt", choices: ["S", "M", "L"], needed: false },
      ],
    });
  });

  it.each([
    ["Bed?\nBed? (yes/no)", "“Bed?” stands there twice."],
    ["(yes / no)", "Line 1 has choices, and no question before them."],
    ["Bed? (yes / yes)", "“Bed?” has one choice. Give two or more, with slashes between them."],
    [
      Array.from({ length: 11 }, (_, at) => `Question ${at}?`).join("\n"),
      "Those are 11 questions. Ask 10 at most: each costs people time.",
    ],
    [`${"a".repeat(201)}?`, "Line 1 is longer than 200 characters. Ask it in fewer words."],
  ])("is refused with a sentence: %s", (text, because) => {
    expect(readOwnQuestions(text)).toEqual({ ok: false, because });
  });

  it("is read as it was written down, whatever is asked", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const question = fc.record({
      ask: fc.stringMatching(/^[A-Z][a-z ]{0,20}[a-z]\?$/),
      choices: fc.oneof(fc.constant<string[]>([]), fc.uniqueArray(word, { minLength: 2, maxLength: 5 })),
      needed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(question, { maxLength: 10, selector: ({ ask }) => ask }), (questions) => {
        expect(readOwnQuestions(writeOwnQuestions(questions))).toEqual({ ok: true, questions });
      }),
    );
  });
});
