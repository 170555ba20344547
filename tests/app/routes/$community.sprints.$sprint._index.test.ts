import { sql as raw } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { openApp } from "../../support/app";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { saidBy, wordsOf } from "../../support/page";
import { makeSprint, registrationFields } from "../../support/sprints";

const { db, sql, address, setClock } = await testDatabase();
const { mireia, kofi, zoe, priya, omar, django, wagtail } = await makeCast(db);
const app = await openApp(address);
const { id, slug } = await makeSprint(db, django.id);
const planned = await makeSprint(
  db,
  django.id,
  { name: "Autumn", startsOn: "2026-10-24", endsOn: "2026-10-26", dayStarts: "02:30" },
  { planned: true },
);
const theirs = await makeSprint(db, wagtail.id, { name: "Wagtail Space" });
const page = `/django/sprints/${slug}`;

const post = async (person: { id: number }, path: string, fields = {}) =>
  (await app.signedIn(person)).post(path, fields);

describe("the public page of a sprint", () => {
  it("says everything a passer-by needs, without a byte of script", async () => {
    const answer = await app.visitor().get(page);
    expect(answer.status).toBe(200);
    const words = wordsOf(answer);
    for (const said of [
      "Palafrugell 2026 Registration is open",
      "7 to 9 May 2026 starts in 3 days",
      "Teatre Municipal, Palafrugell",
      "Thursday 7 May 08:00 to 14:00 Madrid time",
      "A laptop.",
      "Ask Mireia.",
      "https://www.djangoproject.com/conduct/",
      "Modernise Django auth",
      "6 ready",
      "14 of 14 places on site are free.",
      "Nobody has registered yet.",
    ])
      expect(words).toContain(said);
    expect(answer.text).not.toMatch(/<script|\sstyle=/);
    expect(answer.headers["content-security-policy"]).toContain("script-src 'none'");
    expect(answer.text).toContain(`href="${page}/registration"`);
    expect(answer.text).toMatch(/<svg[^>]*role="img"[^>]*aria-label="The address of this page, as a QR code"/);
  });

  it("says the hours in the reader's zone too, when it reads differently", async () => {
    expect(wordsOf(await (await app.signedIn(priya)).get(page))).toContain(
      "08:00 to 14:00 Madrid time (11:30 to 17:30 your time, Kolkata)",
    );
    expect(wordsOf(await (await app.signedIn(mireia)).get(page))).not.toContain("your time");
  });

  it("says what the clocks do in the night they go back", async () => {
    expect(wordsOf(await app.visitor().get(`/django/sprints/${planned.slug}`))).toContain(
      "Sunday 25 October 02:30 to 14:00 Madrid time Clocks go back that day: it is longer than the hours say.",
    );
  });

  it("counts who comes and names nobody; what they said about themselves is on no page of anybody else", async () => {
    const secrets = registrationFields({
      languages: "Catalan",
      skills: "secret-skill",
      otherHours: "mon 18:07-20:00",
      theme1: String(django.themeId),
    });
    await post(zoe, `${page}/registration`, secrets);
    const answers = [app.visitor(), await app.signedIn(kofi), await app.signedIn(mireia)];
    for (const visitor of answers) {
      const { text } = await visitor.get(page);
      expect(text).not.toMatch(/Zoë Lindqvist|Catalan|secret-skill|18:07|zoe@example\.org/);
    }
    expect(wordsOf(await app.visitor().get(page))).toContain("1 newcomer 0 mentors");
    const list = await (await app.signedIn(mireia)).get(`${page}/registrations`);
    expect(wordsOf(list)).toContain("Zoë Lindqvist Every day · on site");
    expect(list.text).not.toMatch(/Catalan|secret-skill|18:07|example\.org/);
  });

  it("shows the lock-ins that were not called off", async () => {
    await change(db, stage, "book lock-in", async (tx) => {
      await tx.execute(raw`insert into blocks (community_id, sprint_id, title, starts_at, ends_at, place, done_when, cancelled_at)
        values (${django.id}, ${id}, 'Hashers to the end', '2026-05-07T12:30:00Z', '2026-05-07T14:00:00Z', 'Upstairs', 'The tests pass', null),
          (${django.id}, ${id}, 'Called off', '2026-05-07T12:30:00Z', '2026-05-07T14:00:00Z', '', '', now())`);
    });
    const words = wordsOf(await app.visitor().get(page));
    expect(words).toContain("Hashers to the end 14:30 to 16:00 Madrid time, Upstairs Done when: The tests pass");
    expect(words).not.toContain("Called off");
  });

  it("a sprint of another community is as missing as one that never was", async () => {
    for (const path of ["", "/registration", "/calendar.ics"]) {
      const visitor = await app.signedIn(kofi);
      const foreign = await visitor.get(`/django/sprints/${theirs.slug}${path}`);
      const missing = await visitor.get(`/django/sprints/never-was${path}`);
      expect([foreign.status, missing.status]).toEqual([404, 404]);
    }
  });

  it("is on the list of sprints and, until it is over, on the community's page", async () => {
    expect(wordsOf(await app.visitor().get("/django"))).toContain("The next sprints Palafrugell 2026");
    expect(wordsOf(await app.visitor().get("/django/sprints"))).toContain(
      "To come Palafrugell 2026 Three days by the sea. 7 to 9 May 2026 · Teatre Municipal, Palafrugell · Starts in 3 days",
    );
    expect(wordsOf(await app.visitor().get("/wagtail/sprints"))).not.toContain("Palafrugell 2026");
  });
});

describe("opening registration", () => {
  const path = `/django/sprints/${planned.slug}`;

  it("until an organizer opens it nobody can register, and the page says so", async () => {
    expect(wordsOf(await app.visitor().get(path))).toContain("Registration for Autumn has not been opened yet.");
    const visitor = await app.signedIn(kofi);
    for (const answer of [
      await visitor.get(`${path}/registration`),
      await visitor.post(`${path}/registration`, registrationFields({ "day-2026-10-24": "yes" })),
    ]) {
      expect(answer.status).toBe(409);
      expect(wordsOf(answer)).toContain("has not been opened yet");
    }
    const refused = await post(zoe, `${path}/opening`);
    expect(refused.status).toBe(403);
    const [row] = await sql`select action, outcome from audit_rows order by id desc limit 1`;
    expect(row).toEqual({ action: "open registration", outcome: "denied" });
  });

  it("an organizer opens it, and opening twice changes nothing", async () => {
    const answer = await post(mireia, `${path}/opening`);
    expect(saidBy(answer)).toContain("Registration is open.");
    const [first] = await sql`select opened_at, rev from sprints where id = ${planned.id}`;
    expect((await post(mireia, `${path}/opening`)).status).toBe(303);
    expect(await sql`select opened_at, rev from sprints where id = ${planned.id}`).toEqual([first]);
    expect((await (await app.signedIn(kofi)).get(`${path}/registration`)).status).toBe(200);
  });
});

describe("when the days come", () => {
  it("the page counts them by the sprint's own calendar, and people still register", async () => {
    await setClock("2026-05-06T22:30:00Z");
    expect(wordsOf(await app.visitor().get(page))).toContain("On now");
    expect((await post(omar, `${page}/registration`, registrationFields())).status).toBe(303);
  });

  it("when it is over the page stays, registering and withdrawing do not, and opening is refused", async () => {
    await setClock("2026-05-09T22:00:00Z");
    expect(wordsOf(await app.visitor().get(page))).toContain("Palafrugell 2026 is over.");
    expect((await app.visitor().get(page)).text).not.toContain(`href="${page}/registration"`);
    for (const answer of [
      await post(kofi, `${page}/registration`, registrationFields()),
      await post(omar, `${page}/registration/withdrawal`),
      await post(mireia, `${page}/opening`),
    ]) {
      expect(answer.status).toBe(409);
      expect(wordsOf(answer)).toContain("Palafrugell 2026 is over");
    }
    expect(wordsOf(await app.visitor().get("/django"))).not.toContain("Palafrugell 2026");
    expect(wordsOf(await app.visitor().get("/django/sprints"))).toContain("Over Palafrugell 2026");
  });

  it("its calendar can still be taken", async () => {
    const answer = await app.visitor().get(`${page}/calendar.ics`);
    expect(answer.headers).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="palafrugell-2026.ics"',
    });
    expect(answer.text).toContain("DTSTART:20260507T060000Z");
    expect(answer.text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(answer.text).not.toMatch(/Zoë|ATTENDEE|ORGANIZER/);
  });
});
