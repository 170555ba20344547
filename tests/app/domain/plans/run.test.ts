import { describe, expect, it } from "vitest";
import { pairingDefaults } from "../../../../app/domain/pairing/settings";
import { runPairing } from "../../../../app/domain/plans/run";
import { movesOfRunning, seatWhatIfs } from "../../../../app/domain/plans/what-if";
import { draft, mentor, newcomer, pairing } from "./people";

const kofi = newcomer(1, "Kofi", { wants: ["docs", "css", "typing"] });
const priya = mentor(11, "Priya", { skills: ["docs"], seats: 1 });
const omar = mentor(12, "Omar", { skills: ["docs", "css"], seats: 1 });

const with_ = (keepBonus: number, planned: ReturnType<typeof draft> | null = draft([[kofi, priya]])) =>
  pairing([kofi, priya, omar], { draft: planned, settings: { ...pairingDefaults, keepBonus } });
const mentorIn = (made: ReturnType<typeof runPairing>) => made.pairs[0]?.mentorId;

describe("running again", () => {
  it("moves somebody to whoever fits better, unless staying is worth more", () => {
    expect(mentorIn(runPairing(with_(0)))).toBe(omar.id);
    expect(mentorIn(runPairing(with_(50)))).toBe(priya.id);
    expect(movesOfRunning(with_(50))).toEqual([]);
  });

  it("for the first time, nothing is worth staying for", () => {
    expect(mentorIn(runPairing(with_(50, null)))).toBe(omar.id);
  });

  it("says the fit without what staying adds", () => {
    const [before] = runPairing(with_(0, draft([[kofi, omar]]))).pairs;
    const [after] = runPairing(with_(50, draft([[kofi, omar]]))).pairs;
    expect(after).toEqual(before);
    expect(seatWhatIfs(with_(50), kofi.id)?.[0]?.mentorId).toBe(priya.id);
  });
});
