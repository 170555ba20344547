import { beforeEach, describe, expect, it } from "vitest";
import type { Mail, Mailer } from "../../../app/bridges/mail.server";
import { action } from "../../../app/routes/$community.sprints.$sprint.plan.publication";
import { openApp } from "../../support/app";
import { type Cast, makeCast } from "../../support/cast";
import { comes, newcomersCome, seating, sprintOf } from "../../support/crowd";
import { testDatabase } from "../../support/database";
import type { Browser } from "../../support/http";
import { makeOrganizer } from "../../support/organizers";
import { formTo, saidBy, wordsOf } from "../../support/page";
import { signedIn } from "../../support/visitor";

const { db, sql, address, stageOnce } = await testDatabase();
const app = await openApp(address);
let cast: Cast;
let plan: string;
let sprint: Awaited<ReturnType<typeof sprintOf>>;
let mireia: Browser;

stageOnce(async () => {
  cast = await makeCast(db);
  sprint = await sprintOf(db, cast.django);
  plan = `/django/sprints/${sprint.slug}/plan`;
  mireia = await app.signedIn(cast.mireia);
});
beforeEach(() => {
  app.mails.length = 0;
});

const publish = (seen: string, who = mireia) => who.post(`${plan}/publication`, { seen });
const mailTo = (name: string) => {
  const found = app.mails.filter(({ to }) => to === `${name.toLowerCase().replaceAll(" ", ".")}@example.org`);
  expect(found).toHaveLength(1);
  return found[0] ?? { to: "", subject: "", text: "" };
};

/** Priya mentors Kofi and Zola, who have much in common with her, and her for the first time; Ana waits. */
async function runDraft() {
  await comes(db, cast.django, "Priya Sharma", { seats: 2, skills: ["docs"], firstTime: true });
  await comes(db, cast.django, "Kofi Abara", { wants: ["docs"], firstTime: true });
  await comes(db, cast.django, "Zola Line", { wants: ["css"] });
  await comes(db, cast.django, "Ana Villa", { languages: ["es"] });
  await mireia.post(`${plan}/run`, { seen: "" });
}

describe("publishing a plan", () => {
  it("writes to each person once, with the reasons meant for them, and to nobody else", async () => {
    await runDraft();
    const published = await publish("1");
    expect(published.headers.location).toBe(plan);
    expect(saidBy(published)).toBe("2 pairs are published, and 3 people have been told.");
    expect(app.mails).toHaveLength(3);

    const [kofis, zolas] = await sql<{ id: number }>`select pairs.id::int from pairs order by newcomer_id`;
    const kofi = mailTo("Kofi Abara");
    expect(kofi.subject).toBe(`Your mentor at ${sprint.name}`);
    expect(kofi.text).toContain(`Priya Sharma is your mentor at ${sprint.name}`);
    expect(kofi.text).toContain("- because the mentor knows docs\n");
    expect(kofi.text).toContain(`http://localhost:${app.port}/django/pairs/${kofis?.id}\n`);

    const priya = mailTo("Priya Sharma");
    expect(priya.subject).toBe(`Your newcomers at ${sprint.name}`);
    for (const said of ["Kofi Abara", "Zola Line", `/django/pairs/${kofis?.id}\n`, `/django/pairs/${zolas?.id}\n`]) {
      expect(priya.text).toContain(said);
    }
    mailTo("Zola Line");
  });

  it("tells nobody another's address, private wishes, or what speaks against a pair", async () => {
    await runDraft();
    const words = wordsOf(await mireia.get(plan));
    expect(words).toContain("despite none of the skills to be learned");
    expect(words).toContain("despite a first time for both");
    await publish("1");
    for (const { text, subject } of app.mails) {
      expect(text + subject).not.toMatch(/@|despite|first time|css/);
    }
    expect(mailTo("Kofi Abara").text).not.toContain("Zola");

    // An organizer still reads it at the table, and nobody at the pairs' own pages.
    const table = wordsOf(await mireia.get(plan));
    expect(table).toContain("despite none of the skills to be learned");
    expect(table).toContain("despite a first time for both");
    const readers = await sql<{ pair: number; person: number }>`select p.id::int as pair, r.person_id::int as person
      from pairs p join registrations r on r.id in (p.newcomer_id, p.mentor_id)`;
    expect(readers).toHaveLength(4);
    for (const { pair, person } of [...readers, { pair: readers[0]?.pair, person: cast.mireia.id }]) {
      const page = await (await app.signedIn({ id: person })).get(`/django/pairs/${pair}`);
      expect([page.status, /despite|first time/.test(wordsOf(page))]).toEqual([200, false]);
    }
  });

  it("leaves the table with the pairs told, and the newcomer who waits to be paired", async () => {
    await runDraft();
    await publish("1");
    const words = wordsOf(await mireia.get(plan));
    expect(words).toContain("2 of 3 newcomers paired.");
    expect(words).toContain("Pair the newcomer");
    expect(words).not.toContain("Draft: nobody has been told");
    const kofi = await mireia.get((await mireia.get(plan)).text.match(/\/django\/pairs\/\d+/)?.[0] ?? "");
    expect(kofi.status).toBe(200);
  });

  it("twice, from two browsers at the same moment, is once: nobody is told twice", async () => {
    await runDraft();
    await makeOrganizer(db, cast.django, cast.zoe);
    const zoe = await app.signedIn(cast.zoe);
    const answers = await Promise.all([publish("1"), publish("1", zoe), publish("1"), publish("1", zoe)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    const again = answers.find(({ status }) => status === 409);
    expect(again && wordsOf(again)).toContain("has published this plan already, and everybody in it has been told.");
    expect(app.mails).toHaveLength(3);
  });

  it("a draft that a colleague has changed is shown as it is now, and publishes at the next press", async () => {
    await runDraft();
    await makeOrganizer(db, cast.django, cast.zoe);
    const [kofi] = await sql<{
      id: number;
    }>`select r.id::int from registrations r join people p on p.id = r.person_id where p.name = 'Kofi Abara'`;
    await (await app.signedIn(cast.zoe)).post(`${plan}/move`, {
      newcomer: String(kofi?.id),
      mentor: "wait",
      seen: "1",
    });
    const late = await publish("1");
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain("Zoë Lindqvist changed this plan while you were looking");
    expect(wordsOf(late)).toContain("Kofi Abara waits.");
    expect(wordsOf(late)).toContain("Publish 1 pair");
    expect(app.mails).toEqual([]);
    expect((await mireia.post(`${plan}/publication`, formTo(late, `${plan}/publication`))).status).toBe(303);
    expect((await seating(db, cast.django)).pairs).toEqual(["Zola Line with Priya Sharma"]);
  });

  it("a pair that no longer holds stops it, on the table and at the button", async () => {
    await runDraft();
    await comes(db, cast.django, "Zola Line", { wants: ["css"], languages: ["et"] });
    const words = wordsOf(await mireia.get(plan));
    expect(words).toContain("This draft cannot be published as it stands.");
    expect(words).toContain("Zola Line and Priya Sharma have no language in common.");
    expect(words).not.toContain("Publish 2 pairs");
    const refused = await publish("1");
    expect([refused.status, app.mails.length]).toEqual([409, 0]);
    expect(await sql`select * from pairs`).toEqual([]);
  });
});

describe("a mail that cannot be sent", () => {
  const params = () => ({ community: "django", sprint: sprint.slug });
  const mailing = (kind: Mailer["kind"], takes: (mail: Mail, sent: number) => boolean) => {
    const tried: Mail[] = [];
    const mailer: Mailer = {
      kind,
      send: async (mail) => {
        tried.push(mail);
        if (!takes(mail, tried.length)) throw new Error("the mail server is away");
      },
    };
    return { tried, mailer };
  };

  it("keeps nobody from their pair: the organizer reads whom to tell, and nothing is sent a second time", async () => {
    await runDraft();
    const { mailer, tried } = mailing("smtp", ({ to }) => !to.startsWith("kofi"));
    const organizer = await signedIn({ db, mailer }, cast.mireia);
    const answer = await organizer.send(action, `${plan}/publication`, { seen: "1" }, { params: params() });
    expect(answer).toMatchObject({
      status: 200,
      data: { sentence: "2 pairs are published, and 2 people have been told.", unreached: ["Kofi Abara"], sends: true },
    });
    expect(tried).toHaveLength(3);
    expect((await seating(db, cast.django)).pairs).toHaveLength(2);
    expect((await organizer.send(action, `${plan}/publication`, { seen: "1" }, { params: params() })).status).toBe(409);
    expect(tried).toHaveLength(3);
  });

  it("once a handful has failed, the mail server is away and the rest is not tried", async () => {
    for (const name of ["Priya", "Omar", "Lin", "Mona", "Nils"]) await comes(db, cast.django, name, { seats: 3 });
    await newcomersCome(db, cast.django, 15);
    await mireia.post(`${plan}/run`, { seen: "" });
    const { mailer, tried } = mailing("smtp", () => false);
    const organizer = await signedIn({ db, mailer }, cast.mireia);
    const answer = await organizer.send(action, `${plan}/publication`, { seen: "1" }, { params: params() });
    expect((answer.data as { unreached: string[] }).unreached).toHaveLength(20);
    expect(tried).toHaveLength(8);
    expect((await seating(db, cast.django)).pairs).toHaveLength(15);
  });

  it("on a server without mail none is tried, and the organizer knows it before and after", async () => {
    await runDraft();
    const { mailer, tried } = mailing("none", () => false);
    const organizer = await signedIn({ db, mailer }, cast.mireia);
    const answer = await organizer.send(action, `${plan}/publication`, { seen: "1" }, { params: params() });
    expect(answer).toMatchObject({ status: 200, data: { sends: false } });
    expect(tried).toEqual([]);
  });
});
