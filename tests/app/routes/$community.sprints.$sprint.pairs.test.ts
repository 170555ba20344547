import { beforeEach, describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { type Cast, makeCast } from "../../support/cast";
import { type Comer, comes, newcomersCome, seating, sprintOf } from "../../support/crowd";
import { testDatabase } from "../../support/database";
import type { Browser } from "../../support/http";
import { formTo, saidBy, wordsOf } from "../../support/page";

const { db, sql, address, stageOnce } = await testDatabase();
const app = await openApp(address);
let cast: Cast;
let sprint: string;
let mireia: Browser;

stageOnce(async () => {
  cast = await makeCast(db);
  sprint = `/django/sprints/${(await sprintOf(db, cast.django)).slug}`;
  mireia = await app.signedIn(cast.mireia);
});
beforeEach(() => {
  app.mails.length = 0;
});

const approve = (newcomer: Comer, mentor: Comer | null, who = mireia) =>
  who.post(`${sprint}/pairs`, {
    newcomer: String(newcomer.registrationId),
    mentor: mentor ? String(mentor.registrationId) : "",
  });

describe("approving one pair at once", () => {
  it("makes it, and tells both of them", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const kofi = await comes(db, cast.django, "Kofi Abara");
    const page = await mireia.get(`${sprint}/plan?newcomer=${kofi.registrationId}`);
    const form = formTo(page, `${sprint}/pairs`);
    const approved = await mireia.post(`${sprint}/pairs`, { ...form, mentor: String(priya.registrationId) });
    expect([approved.status, saidBy(approved)]).toEqual([303, "1 pair is published, and 2 people have been told."]);
    expect(app.mails.map(({ to }) => to).sort()).toEqual(["kofi.abara@example.org", "priya.sharma@example.org"]);
    expect((await seating(db, cast.django)).pairs).toEqual(["Kofi Abara with Priya Sharma"]);
  });

  it("four at once for three seats give three; the fourth reads who has them, and keeps a form for another", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const omar = await comes(db, cast.django, "Omar Haddad", { seats: 3 });
    const four = await newcomersCome(db, cast.django, 4);
    const answers = await Promise.all(four.map((who) => approve(who, priya)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 303, 409]);
    const at = answers.findIndex(({ status }) => status === 409);
    const [lost, loser] = [answers[at], four[at]];
    if (!lost || !loser) throw new Error("nobody lost");
    expect(wordsOf(lost)).toContain("All 3 seats with Priya Sharma are taken, by");
    for (const who of four) if (who !== loser) expect(wordsOf(lost)).toContain(who.name);
    const form = formTo(lost, `${sprint}/pairs`);
    expect(form.newcomer).toBe(String(loser.registrationId));
    expect((await mireia.post(`${sprint}/pairs`, { ...form, mentor: String(omar.registrationId) })).status).toBe(303);
    expect(app.mails).toHaveLength(8);
  });

  // Three hundred approve beside the queries; each of these is also told, on a whole page, who sits there now.
  it("sixty at the same moment for three seats give exactly three, and nobody meets a fault of ours", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const crowd = await newcomersCome(db, cast.django, 30);
    const answers = await Promise.all([...crowd, ...crowd].map((who) => approve(who, priya)));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(303), count(409)]).toEqual([3, 57]);
    expect(await sql`select seat from pairs order by seat`).toEqual([{ seat: 1 }, { seat: 2 }, { seat: 3 }]);
    expect(app.mails).toHaveLength(6);
  });

  it("without a mentor chosen asks again; of somebody who is not there says so", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const kofi = await comes(db, cast.django, "Kofi Abara");
    const foreign = await comes(db, cast.wagtail, "Nils Elsewhere");
    const asked = await approve(kofi, null);
    expect([asked.status, wordsOf(asked).includes("Choose the mentor they are to be paired with.")]).toEqual([
      422,
      true,
    ]);
    expect(formTo(asked, `${sprint}/pairs`).newcomer).toBe(String(kofi.registrationId));
    expect((await approve(foreign, priya)).status).toBe(422);
    expect((await approve(priya, kofi)).status).toBe(422);
    expect(await sql`select * from pairs`).toEqual([]);
  });

  it("is not for members, and not for organizers of another community", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const kofi = await comes(db, cast.django, "Kofi Abara");
    for (const person of [kofi, cast.zoe, cast.omar]) {
      const refused = await approve(kofi, priya, await app.signedIn(person));
      expect([refused.status, wordsOf(refused).includes("Only organizers of Django can pair people")]).toEqual([
        403,
        true,
      ]);
    }
    expect(await sql`select * from pairs`).toEqual([]);
    expect(
      await sql`select count(*)::int from audit_rows where outcome = 'denied' and action = 'approve pair'`,
    ).toEqual([{ count: 3 }]);
  });
});
