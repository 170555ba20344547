import { describe, expect, it } from "vitest";
import { pairingDefaults } from "../../../../app/domain/pairing/settings";
import { canSeat } from "../../../../app/domain/plans/deeds";
import { judgeOf } from "../../../../app/domain/plans/judge";
import { freeSeatsOf } from "../../../../app/domain/plans/pairing";
import { helpLines, movesOfRunning, previewSettings, seatWhatIfs } from "../../../../app/domain/plans/what-if";
import { previewWords } from "../../../../app/domain/plans/words";
import { draft, mentor, newcomer, pairing } from "./people";

const kofi = newcomer(1, "Kofi", { wants: ["docs"] });
const zola = newcomer(2, "Zola", { wants: ["css"], firstTime: true });
const ana = newcomer(3, "Ana");
const priya = mentor(11, "Priya", { skills: ["docs"], seats: 1, firstTime: true });
const omar = mentor(12, "Omar", { skills: ["css"], seats: 1 });

describe("why not with Omar", () => {
  it("says what it would cost everybody else, and who would move", () => {
    const [withPriya, withOmar] = seatWhatIfs(pairing([kofi, zola, priya, omar]), kofi.id) ?? [];
    expect(withPriya).toMatchObject({ mentor: "Priya", said: "It costs nobody anything." });
    expect(withOmar).toMatchObject({
      mentor: "Omar",
      said: "The others would fit 40 points less in all: Zola would sit with Priya.",
    });
  });

  it("leaves alone what an organizer has placed by hand", () => {
    const planned = draft([[zola, omar]]);
    const byHand = { ...planned, pairs: planned.pairs.map((pair) => ({ ...pair, byHand: true })) };
    const found = seatWhatIfs(pairing([kofi, zola, priya, omar], { draft: byHand }), kofi.id);
    expect(found?.find(({ mentorId }) => mentorId === omar.id)).toMatchObject({
      inTheWay: "seats",
      said: "Omar has no seat to give.",
    });
  });

  it("tells of nobody's private wish", () => {
    const shy = newcomer(4, "Shy", { notWith: [omar.id] });
    const found = seatWhatIfs(pairing([shy, omar, priya]), shy.id);
    expect(found?.find(({ mentorId }) => mentorId === omar.id)?.said).toBe("These two cannot be a pair.");
  });
});

describe("what would help", () => {
  it("is said in a sentence, with how many it would pair", () => {
    expect(helpLines(pairing([kofi, zola, ana, priya, omar])).map(({ said }) => said)).toEqual([
      "A second seat with Priya would pair 1 more.",
      "A second seat with Omar would pair 1 more.",
      "One more mentor who speaks English on Thursday 7 May would pair 1 more.",
    ]);
  });

  it("names a seat with somebody who is there too, where somebody new would pair more", () => {
    const five = [1, 2, 3, 4, 5].map((id) =>
      newcomer(id, `Newcomer ${id}`, { days: ["2026-05-07", "2026-05-08", "2026-05-09"] }),
    );
    expect(helpLines(pairing([...five, priya]), 3).map(({ said }) => said)).toEqual([
      "One more mentor who speaks English on Thursday 7 May would pair 3 more.",
      "One more mentor who speaks English on Friday 8 May would pair 3 more.",
      "A second seat with Priya would pair 1 more.",
    ]);
  });

  it("names another language before another day of the same", () => {
    const days = { days: ["2026-05-07", "2026-05-08"] };
    const all = [1, 2, 3].map((id) => newcomer(id, `Newcomer ${id}`, days));
    const kaisa = newcomer(4, "Kaisa", { ...days, languages: ["fi"] });
    const said = helpLines(pairing([...all, kaisa, newcomer(5, "Ana"), priya]), 3).map(({ said }) => said);
    expect(said).toEqual([
      expect.stringContaining("speaks English"),
      expect.stringContaining("A second seat with Priya"),
      expect.stringContaining("speaks Finnish"),
    ]);
  });

  it("asks for hours where those are what is missing, and for a pause to end", () => {
    const busy = mentor(11, "Priya", { seats: 3, mentorHours: 3, namedTasks: 1 });
    const state = pairing([kofi, zola, busy]);
    const sprint = { ...state.sprint, pairHours: 2, taskHours: 1 };
    expect(helpLines({ ...state, sprint })[0]?.said).toBe("2 more hours from Priya would pair 1 more.");
    const away = { ...busy, paused: true };
    expect(helpLines({ ...pairing([kofi, away]), sprint })[0]?.said).toBe(
      "Priya taking newcomers again would pair 1 more.",
    );
  });
});

describe("a mentor's hours", () => {
  const costs = { pairHours: 2, taskHours: 1 };
  const at = (more: Parameters<typeof mentor>[2]) => {
    const state = pairing([]);
    return freeSeatsOf(mentor(11, "Priya", more), { ...state, sprint: { ...state.sprint, ...costs } }).length;
  };

  it("limit their seats once their named tasks have had theirs, to the hour", () => {
    expect([5, 6, 7].map((mentorHours) => at({ seats: 3, mentorHours }))).toEqual([2, 3, 3]);
    expect([6, 7].map((mentorHours) => at({ seats: 3, mentorHours, namedTasks: 1 }))).toEqual([2, 3]);
    expect(at({ seats: 3, mentorHours: 1, namedTasks: 5 })).toBe(0);
    expect(at({ seats: 3, mentorHours: null })).toBe(3);
    expect(at({ seats: 3, mentorHours: 8, paused: true })).toBe(0);
  });

  it("refuse a seat in a sentence", () => {
    const busy = mentor(11, "Priya", { seats: 3, mentorHours: 1 });
    const state = pairing([kofi, busy]);
    const sprint = { ...state.sprint, ...costs };
    const judged = judgeOf(sprint, [kofi], [busy])(kofi.id, busy.id);
    if (!judged) throw new Error("nobody was judged");
    expect(canSeat({ ...state, sprint }, { newcomer: kofi, mentor: busy, judged })).toMatchObject({
      because: "Priya has no hours left for another newcomer. Ask for more hours, or choose another mentor.",
    });
  });
});

it("other weights are shown by whom they would move, before they are stored", () => {
  const state = pairing([kofi, zola, priya, omar]);
  const weights = { ...pairingDefaults.weights, learning: 0, firstTime: 0 };
  expect(previewSettings(state, { settings: pairingDefaults })).toEqual({ pairs: 0, moved: [] });
  expect(previewSettings(state, { settings: { ...pairingDefaults, weights } }).moved).toEqual([]);
  const three = pairing([kofi, zola, mentor(11, "Priya", { seats: 3, mentorHours: 4 })]);
  const costly = previewSettings(three, { settings: pairingDefaults, costs: { pairHours: 3 } });
  expect([costly.pairs, costly.moved.map(({ because }) => because), previewWords(costly)]).toEqual([
    -1,
    ["Zola waits now, because the seat with Priya is no longer theirs."],
    "1 newcomer would sit elsewhere, and 1 fewer would be paired.",
  ]);
  const swapped = pairing([zola, kofi, priya, omar], {
    draft: draft([
      [kofi, omar],
      [zola, priya],
    ]),
  });
  expect(movesOfRunning(swapped)?.map(({ because }) => because)).toEqual([
    "Kofi moves from Omar to Priya and makes room for Zola.",
    "Zola moves from Priya to Omar and makes room for Kofi.",
  ]);
});
