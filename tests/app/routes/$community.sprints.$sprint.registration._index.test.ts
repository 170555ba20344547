import { describe, expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { addPair } from "../../../db/queries/pairs.server";
import { register } from "../../../db/queries/registering.server";
import { findRegistration } from "../../../db/queries/registrations.server";
import { holdSprint } from "../../../db/queries/sprints.server";
import { openApp } from "../../support/app";
import { enter, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";
import { makeSprint, registrationFields } from "../../support/sprints";

const { db, sql, address } = await testDatabase();
const { mireia, kofi, zoe, priya, omar, django, wagtail } = await makeCast(db);
const app = await openApp(address);
const { id, slug } = await makeSprint(db, django.id, { capacity: 2 });
const page = `/django/sprints/${slug}`;
const path = `${page}/registration`;
const found = (person: { id: number }) => findRegistration(db, django.id, id, person.id);

const anybody = {
  role: "newcomer" as const,
  days: ["2026-05-07", "2026-05-08", "2026-05-09"],
  attendance: "on_site" as const,
  timeZone: "UTC",
  weeklyHours: [],
  languages: ["en"],
  skills: [],
  wants: [],
  themes: [],
  firstTime: false,
  seats: null,
  mentorHours: null,
};

describe("registering", () => {
  it("somebody signed out is sent to sign in, and finds their form as they left it", async () => {
    const visitor = app.visitor();
    expect((await visitor.get(path)).headers.location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    const { "day-2026-05-08": _, ...fields } = registrationFields({ skills: "Weaving", "sat-morning": "yes" });
    const sent = await visitor.post(path, fields, { Referer: `${visitor.origin}${path}` });
    const kept = new URL(sent.headers.location ?? "", "http://here").searchParams.get("kept");
    const answer = await (await app.signedIn(kofi)).get(`${path}?kept=${kept}`);
    expect(fieldValue(answer, "skills")).toBe("Weaving");
    expect(fieldValue(answer, "part")).toBe("newcomer");
    expect(["day-2026-05-07", "day-2026-05-08", "sat-morning"].map((name) => fieldValue(answer, name))).toEqual([
      "2026-05-07",
      "",
      "yes",
    ]);
  });

  it("a newcomer registers, becomes a member, and sees their part", async () => {
    const visitor = await app.signedIn(kofi);
    const form = formTo(await visitor.get(path), path);
    expect(form).toMatchObject({
      timeZone: "Africa/Accra",
      "day-2026-05-07": "2026-05-07",
      "day-2026-05-09": "2026-05-09",
    });
    const { "day-2026-05-08": _, ...some } = form;
    const answer = await visitor.post(path, {
      ...some,
      part: "newcomer",
      attendance: "on_site",
      languages: "English; français",
      skills: "Python, SQL, python",
      wants: "type hints",
      theme1: String(django.themeId),
      firstTime: "yes",
      "mon-evening": "yes",
      otherHours: "mon 21:00-22:00\nsat 09:00-10:00",
    });
    expect(answer).toMatchObject({ status: 303, headers: { location: page } });
    expect(await found(kofi)).toMatchObject({
      role: "newcomer",
      days: ["2026-05-07", "2026-05-09"],
      attendance: "on_site",
      timeZone: "Africa/Accra",
      weeklyHours: [
        [1080, 1320],
        [7740, 7800],
      ],
      languages: ["en", "fr"],
      skills: ["python", "sql"],
      wants: ["type hints"],
      themes: [{ id: django.themeId }],
      firstTime: true,
      seats: null,
      mentorHours: null,
    });
    expect(wordsOf(await visitor.get(page))).toContain(
      "You come as a newcomer, on site, on Thursday 7 May and Saturday 9 May.",
    );
    expect(wordsOf(await visitor.get("/django"))).toContain("You are a member here.");
  });

  it("what was said stands in the form, is changed there, and comes back the same", async () => {
    const visitor = await app.signedIn(kofi);
    const before = await found(kofi);
    const form = formTo(await visitor.get(path), path);
    expect(form).toMatchObject({ languages: "English, French", otherHours: "mon 21:00-22:00\nsat 09:00-10:00" });
    expect((await visitor.post(path, form)).status).toBe(303);
    expect({ ...(await found(kofi)), rev: 0 }).toEqual({ ...before, rev: 0 });
    expect(saidBy(await visitor.post(path, { ...form, skills: "sql" }))).toBe("Saved.");
    expect(await found(kofi)).toMatchObject({ skills: ["sql"] });
  });

  it("a mentor registers with seats and hours; a newcomer who sends them has none", async () => {
    const visitor = await app.signedIn(priya);
    await visitor.post(path, registrationFields({ part: "mentor", seats: "4", mentorHours: "12" }));
    expect(await found(priya)).toMatchObject({ role: "mentor", seats: 4, mentorHours: 12 });
    expect(wordsOf(await visitor.get(page))).toContain("You come as a mentor with 4 seats, on site, every day.");
    await visitor.post(path, registrationFields({ part: "mentor", seats: "", mentorHours: "" }));
    expect(await found(priya)).toMatchObject({ seats: 3, mentorHours: 8 });
    await visitor.post(path, registrationFields({ seats: "4", mentorHours: "12" }));
    expect(await found(priya)).toMatchObject({ role: "newcomer", seats: null, mentorHours: null });
    await visitor.post(path, registrationFields({ part: "mentor" }));
  });

  it("when it is full people wait, are told their place, and are offered the place of whoever withdraws", async () => {
    const [third, fourth] = [await app.signedIn(zoe), await app.signedIn(omar)];
    expect(saidBy(await third.post(path, registrationFields()))).toContain("on the waiting list: number 1.");
    expect(saidBy(await fourth.post(path, registrationFields()))).toContain("number 2.");
    expect(wordsOf(await fourth.get(page))).toContain("You are number 2 on the waiting list");
    expect(wordsOf(await app.visitor().get(page))).toContain(
      "All 2 places on site are taken, and 2 people wait in line.",
    );
    const list = wordsOf(await (await app.signedIn(mireia)).get(`${page}/registrations`));
    expect(list).toContain("Zoë Lindqvist Every day · on site Newcomer, number 1 in line");
    const before = app.mails.length;
    const left = await (await app.signedIn(priya)).post(`${path}/withdrawal`);
    expect(saidBy(left)).toContain("You have withdrawn.");
    expect(app.mails.slice(before).map(({ to }) => to)).toEqual([zoe.email]);
    expect([(await found(zoe))?.waitingPlace, (await found(omar))?.waitingPlace]).toEqual([null, 1]);
    expect(app.mails.at(-1)?.subject).toBe("A place at Palafrugell 2026 is held for you");
    expect(wordsOf(await third.get(page))).toContain("A place is held for you until");
    expect(wordsOf(await app.visitor().get(page))).toContain("taken, or held for those next in line");
    expect(wordsOf(await third.get(page))).toMatch(/Your part .* Take the place Let it pass .* Days and hours/);
    for (const [who, next] of [
      [third, omar],
      [fourth, null],
    ] as const) {
      const sent = app.mails.length;
      expect(saidBy(await who.post(`${path}/passing`))).toBe(
        "Thank you for saying so. The place is there for the next in line.",
      );
      expect(app.mails.slice(sent).map(({ to }) => to)).toEqual(next ? [next.email] : []);
      expect(wordsOf(await who.get(page))).toContain("The place is held for you no longer.");
    }
    // Nobody is before the first of them: what was let pass is held for them at once.
    for (const [who, said, held] of [
      [third, "A place is free, and held for you. Take it, or let it pass, below.", "A place is held for you until"],
      [third, "A place is free, and held for you. Take it, or let it pass, below.", "A place is held for you until"],
      [
        fourth,
        "You stand in line again. We write to you as soon as a place is held for you.",
        "number 1 on the waiting",
      ],
    ] as const) {
      expect(saidBy(await who.post(`${path}/line`))).toBe(said);
      expect(wordsOf(await who.get(page))).toContain(held);
    }
    const early = await fourth.post(`${path}/acceptance`);
    expect([early.status, wordsOf(early)]).toEqual([409, expect.stringContaining("No place is offered to you")]);
    expect(saidBy(await third.post(`${path}/acceptance`))).toContain("The place is yours.");
    expect(wordsOf(await third.get(page))).toContain("You come as a newcomer");
  });

  it("whoever withdraws leaves nobody waiting for them: the pair ends, and its other side is told once", async () => {
    const fest = await makeSprint(db, django.id, { name: "Fest", capacity: null });
    const there = `/django/sprints/${fest.slug}/registration`;
    const [newcomer, mentor] = [await app.signedIn(kofi), await app.signedIn(priya)];
    await newcomer.post(there, registrationFields({ languages: "English, French" }));
    await mentor.post(there, registrationFields({ part: "mentor" }));
    const at = { communityId: django.id, sprintId: fest.id, reasons: [] };
    const [newcomerId, mentorId] = [kofi, priya].map(
      async ({ id: personId }) => (await findRegistration(db, django.id, fest.id, personId))?.id ?? 0,
    );
    const made = await change(db, stage, "set the stage", async (tx) =>
      addPair(tx, { ...at, newcomerId: (await newcomerId) ?? 0, mentorId: (await mentorId) ?? 0 }, 3),
    );
    const before = app.mails.length;
    await newcomer.post(`${there}/withdrawal`);
    const [letter, ...more] = app.mails.slice(before);
    expect([letter?.to, more]).toEqual([priya.email, []]);
    expect(letter?.subject).toBe("Your pair at Fest has ended");
    expect(letter?.text).toContain("Kofi Abara cannot come to Fest after all, so your pair has ended.");
    expect(letter?.text).toContain("your seat is free again");
    expect(letter?.text).toContain(typeof made === "string" ? made : `/django/pairs/${made.id}`);
  });

  it("whoever is not registered has nothing to withdraw", async () => {
    const answer = await (await app.signedIn(priya)).post(`${path}/withdrawal`);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toContain("You are not registered for Palafrugell 2026");
  });

  it("what was said is filled in the next time, in another community too, but for what belongs to this one", async () => {
    const other = await makeSprint(db, wagtail.id, {
      name: "Wagtail Space",
      startsOn: "2026-06-01",
      endsOn: "2026-06-02",
    });
    const answer = await (await app.signedIn(kofi)).get(`/wagtail/sprints/${other.slug}/registration`);
    expect(wordsOf(answer)).toContain("What you said last time is filled in.");
    expect(fieldValue(answer, "languages")).toBe("English, French");
    expect(fieldValue(answer, "part")).toBe("newcomer");
    expect(fieldValue(answer, "day-2026-06-01")).toBe("2026-06-01");
    expect(fieldValue(answer, "theme1")).toBe("");
    expect(fieldValue(answer, "firstTime")).toBe("");
  });

  it.each([
    [{ part: "organizer" }, "newcomer or as a mentor"],
    [{ attendance: "maybe" }, "come to the place or take part online"],
    [{ languages: "" }, "at least one language"],
    [{ languages: "English, Klingon" }, "“Klingon” is not a language we know"],
    [{ skills: Array.from({ length: 21 }, (_, n) => `skill ${n}`).join(",") }, "you have 21"],
    [{ wants: "x".repeat(41) }, "40 characters at most"],
    [{ theme1: "999999" }, "Choose a theme from the list"],
    [{ theme2: String(wagtail.themeId) }, "Choose a theme from the list"],
    [{ seats: "5" }, "from 1 to 4"],
    [{ seats: "0" }, "from 1 to 4"],
    [{ seats: "1e0" }, "plain digits"],
    [{ mentorHours: "201" }, "from 1 to 200"],
    [{ mentorHours: "٨" }, "plain digits"],
    [{ timeZone: "Moon/Base" }, "There is no time zone"],
    [{ otherHours: "mon 25:00-26:00" }, "no clock shows"],
    [{ otherHours: "mon 20:00-18:00" }, "ends before it starts"],
    [{ attendance: "online" }, "Say when you have time"],
    [{ "day-2026-05-07": "", "day-2026-05-08": "", "day-2026-05-09": "" }, "at least one day"],
    [{ apart1: "999999" }, "Choose somebody from the list"],
    [{ apart1: "1e3" }, "Choose somebody from the list"],
  ])("%j is refused in a sentence, kept, and changes nothing", async (wrong: Record<string, string>, because) => {
    const visitor = await app.signedIn(omar);
    const before = await found(omar);
    const answer = await visitor.post(path, registrationFields({ wants: "async", ...wrong }));
    expect(answer.status).toBe(422);
    expect(problemsOn(answer).join(" ")).toContain(because);
    expect(fieldValue(answer, "wants")).toBe(wrong.wants ?? "async");
    expect(await found(omar)).toEqual(before);
  });

  it("everything that is wrong is said at once", async () => {
    const answer = await (await app.signedIn(omar)).post(
      path,
      registrationFields({
        languages: "",
        seats: "9",
        "day-2026-05-07": "",
        "day-2026-05-08": "",
        "day-2026-05-09": "",
      }),
    );
    expect(problemsOn(answer)).toHaveLength(3);
  });

  it("whom somebody would rather not be paired with is known to them alone", async () => {
    const visitor = await app.signedIn(zoe);
    const other = (await found(kofi))?.id ?? 0;
    expect((await visitor.post(path, registrationFields({ apart1: String(other) }))).status).toBe(303);
    expect(fieldValue(await visitor.get(path), "apart1")).toBe(String(other));
    expect((await found(zoe))?.notWith).toEqual([other]);
    for (const person of [kofi, mireia]) {
      const theirs = await app.signedIn(person);
      expect(fieldValue(await theirs.get(path), "apart1")).toBe("");
    }
    const rows = await sql`select coalesce(before::text, '') || coalesce(after::text, '') as said from audit_rows
      where object = 'kept_apart'`;
    expect(rows.length).toBeGreaterThan(0);
    for (const { said } of rows) expect(said).not.toContain("other_id");
  });

  it("somebody who is no member yet is shown nobody's name", async () => {
    const ines = await change(db, stage, "set the stage", (tx) => enter(tx, "Ines Passer"));
    const { text } = await (await app.signedIn(ines)).get(path);
    expect(text).not.toMatch(/Kofi Abara|Zoë Lindqvist|apart1/);
  });

  it("nobody registers somebody else", async () => {
    for (const name of ["person_id", "personId", "role", "id"]) {
      const answer = await (await app.signedIn(zoe)).post(path, registrationFields({ [name]: String(mireia.id) }));
      expect(answer.status).toBe(422);
    }
    expect(await found(mireia)).toBeNull();
  });
});

describe("an online sprint", () => {
  it("asks nobody where they are, and needs their week", async () => {
    const online = await makeSprint(db, django.id, { name: "Online", online: true, place: "", capacity: null });
    const there = `/django/sprints/${online.slug}/registration`;
    const visitor = await app.signedIn(kofi);
    expect(fieldValue(await visitor.get(there), "attendance")).toBeNull();
    const { attendance: _, ...fields } = registrationFields();
    expect(problemsOn(await visitor.post(there, fields))).toEqual([expect.stringContaining("Say when you have time")]);
    expect((await visitor.post(there, { ...fields, "sun-evening": "yes" })).status).toBe(303);
    expect(await findRegistration(db, django.id, online.id, kofi.id)).toMatchObject({
      attendance: "online",
      weeklyHours: [[9720, 9900]],
    });
  });
});

describe("the organizers' list", () => {
  it("shows fifty a page, and the fifty-first on the next", async () => {
    const crowded = await makeSprint(db, django.id, { name: "Crowded", capacity: null });
    await change(db, stage, "set the stage", async (tx) => {
      const held = await holdSprint(tx, django.id, crowded.id);
      for (let n = 1; held && n <= 51; n += 1) {
        const person = await enter(
          tx,
          `Person${"abcdefghijklmnopqrstuvwxyz".charAt(n % 26)}${"xyz".charAt(n / 26)} ${100 + n}`,
        );
        await register(tx, django.id, held, person.id, anybody);
      }
    });
    const list = `/django/sprints/${crowded.slug}/registrations`;
    const organizer = await app.signedIn(mireia);
    const shown = async (query: string) => ((await organizer.get(list + query)).text.match(/Every day/g) ?? []).length;
    expect([await shown(""), await shown("?page=2"), await shown("?page=3"), await shown("?page=-1")]).toEqual([
      50, 1, 1, 50,
    ]);
    expect(wordsOf(await organizer.get(list))).toContain("Page 1 of 2");
  });

  it("is the same after twenty people sent their forms at once: three have the last places", async () => {
    const last = await makeSprint(db, django.id, { name: "Last places", capacity: 3 });
    const people = await change(db, stage, "set the stage", async (tx) => {
      const made = [];
      for (const letter of "abcdefghijklmnopqrst") made.push(await enter(tx, `Racer${letter} Quick`));
      return made;
    });
    const visitors = await Promise.all(people.map((person) => app.signedIn(person)));
    const there = `/django/sprints/${last.slug}/registration`;
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(there, registrationFields())));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(20);
    const waits = answers.flatMap((answer) => /number (\d+)/.exec(saidBy(answer) ?? "")?.[1] ?? []);
    expect(waits.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });

  it("is for organizers, and a member's attempt is on the audit trail", async () => {
    const answer = await (await app.signedIn(zoe)).get(`${page}/registrations`);
    expect(answer.status).toBe(403);
    expect(wordsOf(answer)).toContain("Only organizers of Django can see who has registered.");
    const [row] = await sql`select action, outcome, actor_id::int from audit_rows order by id desc limit 1`;
    expect(row).toEqual({ action: "read registrations", outcome: "denied", actor_id: zoe.id });
    expect((await app.visitor().get(`${page}/registrations`)).status).toBe(303);
  });
});
