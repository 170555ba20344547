import { describe, expect, it } from "vitest";
import { adjusting } from "../../../../app/domain/plans/adjusting";
import { lateWords } from "../../../../app/domain/plans/late";
import { reasonLines } from "../../../../app/domain/plans/reason-lines";
import { draft, mentor, newcomer, paired, pairing, ruled } from "./people";

const kofi = newcomer(1, "Kofi", { wants: ["docs", "css"] });
const zola = newcomer(2, "Zola");
const priya = mentor(11, "Priya", { seats: 1 });
const lin = mentor(12, "Lin", { skills: ["docs"] });
const omar = mentor(13, "Omar", { skills: ["docs", "css"] });
const sam = mentor(14, "Sam", { languages: ["et"] });

describe("looking at one newcomer", () => {
  it("offers the free seats that fit, the best first, each with what it would mean", () => {
    const state = pairing([kofi, zola, priya, lin, omar, sam], { draft: draft([[kofi, priya]]) });
    const looked = adjusting(state, kofi.id);
    expect(looked?.now).toBe("Kofi sits with Priya.");
    expect(looked?.choices.map(({ mentor, free }) => [mentor, free])).toEqual([
      ["Omar", 3],
      ["Lin", 3],
    ]);
    expect(looked).toMatchObject({ mentorId: priya.id, seen: 1, fixed: false });
    expect(looked?.choices.map(({ words }) => words)).toEqual([
      "Fits 71 of 100, 35 more than now. Nobody else moves.",
      "Fits 54 of 100, 18 more than now. Nobody else moves.",
    ]);
  });

  it("answers why not with each of the others", () => {
    const state = pairing([kofi, zola, priya, lin, omar, sam], {
      draft: draft([
        [kofi, omar],
        [zola, priya],
      ]),
    });
    expect(adjusting(state, kofi.id)?.others).toEqual([
      {
        mentorId: priya.id,
        mentor: "Priya",
        words:
          "Every seat is taken. Fits 36 of 100, 35 less than now. With a seat made free, it costs nobody anything: Zola would sit with Omar.",
      },
      {
        mentorId: sam.id,
        mentor: "Sam",
        words:
          "They have no language in common. Fits 36 of 100, 35 less than now. As a fixed pair, it costs nobody anything.",
      },
    ]);
  });

  it("offers no full seat, no forbidden pair, and nobody who would rather not", () => {
    const wary = { ...omar, notWith: [zola.id] };
    const state = pairing([kofi, zola, priya, lin, wary], {
      draft: draft([[kofi, priya]]),
      rules: [ruled("forbidden", zola, lin)],
    });
    expect(adjusting(state, zola.id)).toMatchObject({ now: "Zola waits.", choices: [] });
    const said = adjusting(state, zola.id)?.others.map(({ mentor, words }) => [mentor, words]);
    expect(said).toContainEqual(["Omar", "These two cannot be a pair."]);
    expect(JSON.stringify(said)).not.toMatch(/rather|not with/i);
  });

  it("is for newcomers without a mentor alone", () => {
    const state = pairing([kofi, zola, priya], { pairs: [paired(kofi, priya)] });
    expect([adjusting(state, kofi.id), adjusting(state, priya.id), adjusting(state, 99)]).toEqual([null, null, null]);
    expect(adjusting(state, zola.id)?.now).toBe("Zola has no mentor yet.");
  });
});

describe("an organizer who comes too late", () => {
  const state = pairing([kofi, zola, priya, lin], {
    draft: draft([[kofi, lin]]),
    rules: [ruled("fixed", kofi, lin)],
  });

  it("reads who changed the plan, and where those people are now", () => {
    const said = lateWords(state, { by: "Zoë", madeAnew: false, newcomerIds: [1, 2, 99] });
    expect(said.title).toBe("Zoë changed this plan while you were looking");
    expect(said.lines).toEqual(["Kofi sits with Lin, fixed.", "Zola waits."]);
  });

  it("reads that it was run again, or published", () => {
    expect(lateWords(state, { by: null, madeAnew: true, newcomerIds: [] }).title).toBe(
      "Somebody ran the pairing again while you were looking",
    );
    expect(lateWords({ ...state, draft: null }, { by: null, madeAnew: false, newcomerIds: [] }).title).toBe(
      "This plan is published already",
    );
  });
});

it("reasons are read on two lines, what counts most first, each with its first word once", () => {
  const reasons = [
    "because the mentor knows docs",
    "because both chose “Typing”",
    "despite no theme in common",
    "because 4 shared hours",
  ];
  expect(reasonLines(reasons)).toEqual([
    "because the mentor knows docs, both chose “Typing”, 4 shared hours",
    "despite no theme in common",
  ]);
  expect(reasonLines(reasons, 1)).toEqual(["because the mentor knows docs", "despite no theme in common"]);
  expect(reasonLines([])).toEqual([]);
});
