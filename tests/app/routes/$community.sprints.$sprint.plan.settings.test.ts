import { describe, expect, it } from "vitest";
import { pairingDefaults } from "../../../app/domain/pairing/settings";
import { openApp } from "../../support/app";
import { type Cast, makeCast } from "../../support/cast";
import { comes } from "../../support/crowd";
import { testDatabase } from "../../support/database";
import type { Browser } from "../../support/http";
import { makeOrganizer } from "../../support/organizers";
import { formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address, setClock, stageOnce } = await testDatabase();
const app = await openApp(address);
let cast: Cast;
let plan: string;
let settings: string;
let mireia: Browser;

stageOnce(async () => {
  cast = await makeCast(db);
  plan = `/django/sprints/${cast.django.sprint}/plan`;
  settings = `${plan}/settings`;
  mireia = await app.signedIn(cast.mireia);
});

const filled = async (more: Record<string, string> = {}) => ({
  ...formTo(await mireia.get(settings), settings),
  ...more,
});
const stored = async () =>
  (await sql`select pairing, pair_hours, task_hours from sprints where slug = ${cast.django.sprint}`)[0];

describe("how a sprint pairs", () => {
  it("begins as everywhere, is stored as it is set, and is on the audit trail", async () => {
    expect(await filled()).toMatchObject({ learning: "35", seat1: "0", seat4: "9", keepBonus: "0", pairHours: "2" });
    const sent = await filled({ learning: "60", seat2: "3", keepBonus: "5", pairHours: "4", taskHours: "0" });
    const answer = await mireia.post(settings, sent);
    expect([answer.status, answer.headers.location]).toEqual([303, plan]);
    expect(saidBy(answer)).toBe("The settings are saved. They count from the next run.");
    expect(await stored()).toEqual({
      pairing: {
        weights: { ...pairingDefaults.weights, learning: 60 },
        seatCosts: [0, 3, 5, 9],
        keepBonus: 5,
      },
      pair_hours: 4,
      task_hours: 0,
    });
    const [row] = await sql`select action, actor_id::int, after from audit_rows order by id desc limit 1`;
    expect(row).toMatchObject({ action: "set pairing", actor_id: cast.mireia.id, after: { pair_hours: 4 } });
  });

  it("shows what would move before anything is stored, without a script", async () => {
    for (const [name, skill] of [
      ["Priya Sharma", "docs"],
      ["Omar Haddad", "css"],
    ] as const) {
      await comes(db, cast.django, name, { seats: 2, mentorHours: 4, skills: [skill] });
    }
    for (const name of ["Kofi Abara", "Zola Line"]) await comes(db, cast.django, name, { wants: ["docs"] });
    const before = await stored();
    const sent = await filled({ seat2: "90", seat3: "90", seat4: "90" });
    const words = wordsOf(await mireia.get(`${settings}?${new URLSearchParams(sent)}`));
    expect(words).toContain("1 newcomer would sit elsewhere, and as many would be paired.");
    expect(words).toMatch(/moves from Priya Sharma to Omar Haddad/);
    expect(await stored()).toEqual(before);
    const same = wordsOf(await mireia.get(`${settings}?${new URLSearchParams(await filled())}`));
    expect(same).toContain("Nobody would move: the pairing would come out the same.");
    const costly = wordsOf(await mireia.get(`${settings}?${new URLSearchParams(await filled({ pairHours: "5" }))}`));
    expect(costly).toContain("2 newcomers would sit elsewhere, and 2 fewer would be paired.");
  });

  it.each([
    [{ learning: "101" }, "What counts is a number from 0 to 100."],
    [{ themes: "١٢" }, "What counts is a whole number in plain digits, such as 3."],
    [{ seat2: "1.5" }, "What a second seat costs is a whole number in plain digits, such as 3."],
    [{ seat3: "1" }, "Let no seat cost less than the one before it"],
    [{ pairHours: "41" }, "What a pair takes is a number from 0 to 40."],
    [
      Object.fromEntries(Object.keys(pairingDefaults.weights).map((part) => [part, "0"])),
      "Let at least one thing count, or everybody fits alike.",
    ],
  ])("refuses %o in a sentence at the field, and keeps what was typed", async (wrong, said) => {
    const sent = await filled({ keepBonus: "7", ...wrong });
    const answer = await mireia.post(settings, sent);
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual([expect.stringContaining(said)]);
    expect(formTo(answer, settings)).toMatchObject(sent);
    const looked = await mireia.get(`${settings}?${new URLSearchParams(sent)}`);
    expect([looked.status, problemsOn(looked)]).toEqual([200, [expect.stringContaining(said)]]);
    expect((await stored())?.pairing).toBeNull();
  });

  it("saved by two organizers at once, the second sees what the first one wrote", async () => {
    await makeOrganizer(db, cast.django, cast.zoe);
    const zoe = await app.signedIn(cast.zoe);
    const sent = await filled({ learning: "50" });
    await zoe.post(settings, { ...sent, learning: "10" });
    const answer = await mireia.post(settings, sent);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toContain("Zoë Lindqvist saved this while you were writing");
    const again = formTo(answer, settings);
    expect(again.learning).toBe("50");
    expect((await mireia.post(settings, again)).status).toBe(303);
    expect((await stored())?.pairing.weights.learning).toBe(50);
  });

  it("is for organizers alone, until the sprint is over", async () => {
    const sent = await filled();
    const kofi = await app.signedIn(cast.kofi);
    expect([(await kofi.get(settings)).status, (await kofi.post(settings, sent)).status]).toEqual([403, 403]);
    await setClock("2027-01-01T00:00:00Z");
    mireia = await app.signedIn(cast.mireia);
    expect((await mireia.post(settings, sent)).status).toBe(409);
    expect((await stored())?.pairing).toBeNull();
  });
});
