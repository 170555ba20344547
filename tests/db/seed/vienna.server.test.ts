import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { seedViennaInto } from "../../../app/commands/seed-vienna";
import { layOut } from "../../../app/domain/pairing/lay-out";
import { match } from "../../../app/domain/pairing/match";
import { profilesOf } from "../../../app/domain/pairing/profile";
import { prove } from "../../../app/domain/pairing/prove";
import { pairingDefaults } from "../../../app/domain/pairing/settings";
import { asMentor, asNewcomer, mentorsOf, pairingSprint, unpaired } from "../../../app/domain/plans/pairing";
import { runPairing } from "../../../app/domain/plans/run";
import { phaseOf } from "../../../app/domain/sprint/phase";
import { findCommunity } from "../../../db/queries/communities.server";
import { seedVienna, type Vienna } from "../../../db/seed/vienna.server";
import { testDatabase } from "../../support/database";

const { db, url, now } = await testDatabase();

let vienna: Vienna;
beforeAll(async () => {
  const made = await seedVienna(db);
  if (!made) throw new Error("Vienna was not made");
  vienna = made;
});

it("Vienna comes in whole: 56 newcomers and 30 mentors, with every wish", () => {
  const table = readFileSync("db/seed/vienna-registrations.csv", "utf8").trimEnd().split("\n").slice(1);
  const { people } = vienna.pairing;
  expect(vienna.isNew).toBe(true);
  expect(people).toHaveLength(86);
  expect(people.filter(({ role }) => role === "newcomer")).toHaveLength(56);
  expect(people.map(({ name }) => name)).toEqual(table.map((line) => line.split(",")[1]));
  expect(people.reduce((sum, { themes }) => sum + themes.length, 0)).toBe(
    table.reduce((sum, line) => sum + (line.split(",")[7]?.split(";").length ?? 0), 0),
  );
});

it("its sprint is from a Friday to a Sunday to come, and its registration is open", () => {
  expect(phaseOf(vienna.sprint, new Date(now()))).toBe("open");
  expect([vienna.sprint.startsOn, vienna.sprint.endsOn]).toEqual(["2026-05-22", "2026-05-24"]);
  expect(new Date(vienna.sprint.startsOn).getUTCDay()).toBe(5);
});

it("the engine pairs as many as can be paired, and proves it", () => {
  const { pairing } = vienna;
  const draft = runPairing(pairing);
  const profiles = profilesOf(
    pairingSprint(pairing),
    unpaired(pairing).map(asNewcomer),
    mentorsOf(pairing).map((mentor) => asMentor(mentor, mentor.seats ?? 0)),
  );
  const instance = layOut(profiles, pairingDefaults);
  const proof = prove(instance, match(instance));
  expect(proof).toMatchObject({ isBest: true, gap: 0, pairs: 52 });
  expect(draft.pairs).toHaveLength(52);
  expect(draft.pairs.reduce((sum, { fit }) => sum + fit, 0)).toBe(proof.fit);
  expect(draft.waits).toHaveLength(4);
});

it("made again it says that it is there already, and adds nobody", async () => {
  const before = await db.execute(sql`select count(*) from audit_rows`);
  const lines = await seedViennaInto({ env: { DATABASE_URL: url } });
  expect(lines.slice(0, 5)).toEqual([
    "Wikimedia Hackathon is there already. Nothing was added.",
    "Wikimedia Hackathon Vienna, 22 to 24 May 2026: 56 newcomers, 30 mentors with 67 seats.",
    "Its page: /vienna/sprints/wikimedia-hackathon-vienna",
    "The engine finds a mentor for 52.",
    "4 wait:",
  ]);
  expect(lines.slice(5)).toEqual([
    "  Vera Ferrer: Vera Ferrer has no hours on the days of the sprint.",
    "  Emeka Moreau: Emeka Moreau has no hours on the days of the sprint.",
    "  Iker Jansen: Nobody shares two hours with Iker Jansen.",
    "  Quim Khan: Quim Khan has no hours on the days of the sprint.",
  ]);
  expect(await db.execute(sql`select count(*) from audit_rows`)).toEqual(before);
  expect((await findCommunity(db, "vienna", null))?.example).toBe(false);
});
