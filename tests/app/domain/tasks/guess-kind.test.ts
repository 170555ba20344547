import { describe, expect, it } from "vitest";
import { guessKind } from "../../../../app/domain/tasks/guess-kind";
import { readKind } from "../../../../app/domain/tasks/kind-words";
import { taskKinds } from "../../../../app/domain/tasks/kinds";

describe("the kind of a task", () => {
  it("is read from the product's nine words and from what people write for them", () => {
    expect(taskKinds.map(readKind)).toEqual([...taskKinds]);
    expect(["Documentation", "bug", "testing", "spike", "Doku", "relecture", "diseño"].map(readKind)).toEqual([
      "docs",
      "code",
      "verify",
      "experiment",
      "docs",
      "review",
      "design",
    ]);
    expect(["", "docs!", "good docs", "constructor", "__proto__"].map(readKind)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ["Survey the packages", "research"],
    ["Document the hooks", "docs"],
    ["Write the migration guide", "docs"],
    ["Write a failing test", "code"],
    ["Improve the docs", "docs"],
    ["Improve the error text", "code"],
    ["How-to: a JSON endpoint", "docs"],
    ["Experiment: a TOTP step", "experiment"],
    ["Proof of concept for passkeys", "experiment"],
    ["Triage: website tickets", "triage"],
    ["Reproduce the ticket", "reproduce"],
    ["Verify every template", "verify"],
    ["Code review of the branch", "review"],
    ["Sketch the page", "design"],
    ["Vergleichen", "research"],
    ["Pakete vergleichen", "research"],
    ["Vérifier chaque page", "verify"],
    ["Frobnicate the widget", "code"],
    ["", "code"],
    ["🎉", "code"],
  ])("of “%s” sounds like %s", (title, kind) => {
    expect(guessKind(title)).toBe(kind);
  });
});
