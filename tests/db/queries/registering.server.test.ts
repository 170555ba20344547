import { sql as raw } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { type RegistrationText, register, rewriteSprint, withdraw } from "../../../db/queries/registering.server";
import {
  countRegistrations,
  findLastRegistration,
  findRegistration,
  listRegistrations,
} from "../../../db/queries/registrations.server";
import { addSprint, editSprint, holdSprint, type SprintText } from "../../../db/queries/sprints.server";
import { addThemes } from "../../../db/queries/theme-writing.server";
import { enter, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";

const { db, sql } = await testDatabase();
const { mireia, kofi, zoe, priya, omar, django, wagtail } = await makeCast(db);

const palafrugell: SprintText = {
  name: "Palafrugell 2026",
  summary: "",
  startsOn: "2026-05-07",
  endsOn: "2026-05-09",
  dayStarts: "08:00",
  dayEnds: "14:00",
  timeZone: "Europe/Madrid",
  place: "Palafrugell",
  online: false,
  capacity: 3,
  bring: "",
  giving: "",
  codeOfConduct: "",
};

const coming: RegistrationText = {
  role: "newcomer",
  days: ["2026-05-07", "2026-05-08"],
  attendance: "on_site",
  timeZone: "Africa/Accra",
  weeklyHours: [[1080, 1200]],
  languages: ["en", "fr"],
  skills: ["python"],
  wants: ["typing"],
  themes: [],
  firstTime: true,
  seats: null,
  mentorHours: null,
};

let sprintId = 0;
beforeEach(async () => {
  sprintId = (await change(db, stage, "add sprint", (tx) => addSprint(tx, django.id, palafrugell))).id;
});

const held = async (tx: Parameters<typeof holdSprint>[0], id = sprintId) => {
  const sprint = await holdSprint(tx, django.id, id);
  if (!sprint) throw new Error("there is no such sprint");
  return sprint;
};

const comes = (person: { id: number }, more: Partial<RegistrationText> = {}) =>
  change(db, stage, "register", async (tx) =>
    register(tx, django.id, await held(tx), person.id, { ...coming, ...more }),
  );

const leaves = (person: { id: number }) =>
  change(db, stage, "withdraw", async (tx) => withdraw(tx, django.id, await held(tx), person.id));

const place = async (person: { id: number }) =>
  (await findRegistration(db, django.id, sprintId, person.id))?.waitingPlace;

let crowd = 0;
const makePeople = (count: number) =>
  change(db, stage, "set the stage", async (tx) => {
    crowd += 1;
    const made = [];
    for (let n = 1; n <= count; n += 1)
      made.push(await enter(tx, `p${"abcdefghijklmnopqrstuvwxyz"[n]}x${"abcdefghij"[crowd]} Person`));
    return made;
  });

it("what a newcomer said comes back whole, and they are a member", async () => {
  const [theme] = await change(db, stage, "add theme", (tx) =>
    addThemes(tx, django.id, [{ title: "Type hints", why: "", state: "active" }]),
  );
  const answer = await comes(kofi, { themes: [theme?.id ?? 0, django.themeId, wagtail.themeId] });
  expect(answer).toMatchObject({ ok: true, isNew: true, waitingPlace: null, news: { placed: [], offered: [] } });
  expect(await findRegistration(db, django.id, sprintId, kofi.id)).toMatchObject({
    personId: kofi.id,
    name: "Kofi Abara",
    role: "newcomer",
    days: ["2026-05-07", "2026-05-08"],
    timeZone: "Africa/Accra",
    weeklyHours: [[1080, 1200]],
    languages: ["en", "fr"],
    skills: ["python"],
    wants: ["typing"],
    themes: [{ title: "Type hints" }, { id: django.themeId }],
    firstTime: true,
    seats: null,
    notWith: [],
    waitingSince: null,
  });
  const [membership] =
    await sql`select role from memberships where community_id = ${django.id} and person_id = ${kofi.id}`;
  expect(membership).toEqual({ role: "member" });
});

it("of twenty people who register at once for the last three places three come and seventeen wait, in one line", async () => {
  const people = await makePeople(20);
  const answers = await Promise.all(people.map((person) => comes(person)));
  const places = answers.map((answer) => (answer.ok ? answer.waitingPlace : 0));
  expect(places.filter((place) => place === null)).toHaveLength(3);
  expect(places.filter((place) => place !== null).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
    Array.from({ length: 17 }, (_, index) => index + 1),
  );
  expect(await countRegistrations(db, django.id, sprintId)).toMatchObject({ onSite: 3, waiting: 17, all: 20 });
  // What each was told is still so afterwards.
  expect(await Promise.all(people.map(place))).toEqual(places);
});

it("when somebody withdraws, their place is held for the first in the line and the others move up", async () => {
  const people = await makePeople(5);
  const [first, , , fourth, fifth] = people;
  for (const person of people) await comes(person);
  expect([await place(fourth ?? omar), await place(fifth ?? omar)]).toEqual([1, 2]);
  const left = await leaves(first ?? omar);
  expect(left?.news.offered).toMatchObject([{ personId: fourth?.id, name: fourth?.name, email: fourth?.email }]);
  expect([await place(fourth ?? omar), await place(fifth ?? omar)]).toEqual([null, 1]);
  expect(await findRegistration(db, django.id, sprintId, first?.id ?? 0)).toBeNull();
});

it("whoever withdraws twice frees one place, and whoever comes back waits behind the others", async () => {
  const [first, second, third, fourth, fifth] = await makePeople(5);
  for (const person of [first, second, third, fourth, fifth]) await comes(person ?? omar);
  await leaves(first ?? omar);
  expect(await leaves(first ?? omar)).toBeNull();
  expect(await comes(first ?? omar)).toMatchObject({ ok: true, isNew: true, waitingPlace: 2 });
});

it("online takes no place at a sprint with a site, and changing to it frees one", async () => {
  const [first, second, third, fourth] = await makePeople(4);
  for (const person of [first, second, third]) await comes(person ?? omar);
  expect(await comes(fourth ?? omar, { attendance: "online" })).toMatchObject({ waitingPlace: null });
  expect(await comes(fourth ?? omar)).toMatchObject({ waitingPlace: 1, isNew: false });
  const changed = await comes(first ?? omar, { attendance: "online" });
  expect(changed).toMatchObject({ waitingPlace: null, news: { offered: [{ personId: fourth?.id }] } });
});

it("an online sprint has room for as many as it says, however they come", async () => {
  const people = await makePeople(4);
  await change(db, stage, "edit sprint", (tx) =>
    editSprint(tx, { communityId: django.id, id: sprintId, rev: 1 }, { online: true }),
  );
  const places = [];
  for (const person of people) places.push(await comes(person, { attendance: "online" }));
  expect(places.map((answer) => answer.ok && answer.waitingPlace)).toEqual([null, null, null, 1]);
});

it("saying something else keeps one's place in the line", async () => {
  const people = await makePeople(5);
  const [, , , fourth, fifth] = people;
  for (const person of people) await comes(person);
  await comes(fourth ?? omar, { skills: ["sql"] });
  expect([await place(fourth ?? omar), await place(fifth ?? omar)]).toEqual([1, 2]);
});

it("more room is offered to the line in the same transaction, and less room takes nobody's place", async () => {
  const people = await makePeople(6);
  for (const person of people) await comes(person);
  const resize = (capacity: number, rev: number) =>
    change(db, stage, "edit sprint", (tx) =>
      rewriteSprint(tx, { communityId: django.id, id: sprintId, rev }, { ...palafrugell, capacity }),
    );
  expect((await resize(5, 1))?.offered.map(({ personId }) => personId)).toEqual([people[3]?.id, people[4]?.id]);
  expect(await resize(1, 2)).toEqual({ placed: [], offered: [] });
  expect(await resize(9, 2)).toBeNull();
  expect(await countRegistrations(db, django.id, sprintId)).toMatchObject({ onSite: 3, offered: 2, waiting: 3 });
});

it("when the days change, whoever came every day still does, and others keep what is left of theirs", async () => {
  await comes(kofi, { days: ["2026-05-07", "2026-05-08", "2026-05-09"] });
  await comes(zoe, { days: ["2026-05-09"] });
  const moved = { ...palafrugell, startsOn: "2026-05-08", endsOn: "2026-05-10" };
  await change(db, stage, "edit sprint", (tx) =>
    rewriteSprint(tx, { communityId: django.id, id: sprintId, rev: 1 }, moved),
  );
  const days = (await listRegistrations(db, django.id, sprintId)).map((registration) => registration.days);
  expect(days).toEqual([["2026-05-08", "2026-05-09", "2026-05-10"], ["2026-05-09"]]);
});

it("a mentor with a pair keeps a seat for it and stays a mentor; withdrawing ends the pair", async () => {
  const mentor = { role: "mentor", seats: 2, mentorHours: 8 } as const;
  const one = await comes(priya, mentor);
  const other = await comes(kofi);
  await change(db, stage, "publish plan", (tx) =>
    tx.execute(raw`insert into pairs (community_id, sprint_id, newcomer_id, mentor_id, seat, active_at)
      values (${django.id}, ${sprintId}, ${other.ok ? other.id : 0}, ${one.ok ? one.id : 0}, 1, app_now())`),
  );
  expect(await comes(priya)).toMatchObject({ ok: false, verdict: { status: 409 } });
  expect(await comes(kofi, mentor)).toMatchObject({ ok: false, verdict: { status: 409 } });
  expect(await comes(priya, { ...mentor, seats: 1 })).toMatchObject({ ok: true });
  expect(await leaves(priya)).toMatchObject({
    news: { placed: [], offered: [] },
    ended: [{ known: true, lockIns: 0, newcomer: { personId: kofi.id, email: kofi.email } }],
  });
  const endings = await sql`select reason, ended_by::int as by from pair_endings join pairs on pairs.id = pair_id
    where pairs.sprint_id = ${sprintId}`;
  expect(endings).toEqual([{ reason: "mentor_left", by: priya.id }]);
  expect(await comes(kofi, mentor)).toMatchObject({ ok: true });
});

it("withdrawing ends a pair nobody has heard of yet too, and calls off the lock-ins to come, not the one that has begun", async () => {
  const one = await comes(priya, { role: "mentor", seats: 2, mentorHours: 8 });
  const [proposed, active] = [await comes(zoe), await comes(kofi)];
  const mentor = one.ok ? one.id : 0;
  await change(db, stage, "set the stage", async (tx) => {
    for (const [newcomer, seat, since] of [
      [proposed, 1, null],
      [active, 2, "2026-05-04T08:00:00Z"],
    ] as const) {
      await tx.execute(raw`insert into pairs (community_id, sprint_id, newcomer_id, mentor_id, seat, active_at)
        values (${django.id}, ${sprintId}, ${newcomer.ok ? newcomer.id : 0}, ${mentor}, ${seat}, ${since}::timestamptz)`);
    }
    for (const [title, starts] of [
      ["begun", "-1 hours"],
      ["to come", "1 hours"],
    ] as const) {
      await tx.execute(raw`insert into blocks (community_id, sprint_id, pair_id, title, starts_at, ends_at)
        select ${django.id}, ${sprintId}, id, ${title}, app_now() + ${starts}::interval, app_now() + interval '2 hours'
        from pairs where sprint_id = ${sprintId} and seat = 2`);
    }
  });
  const left = await leaves(priya);
  expect(left?.ended.map(({ known, lockIns }) => ({ known, lockIns }))).toEqual([
    { known: false, lockIns: 0 },
    { known: true, lockIns: 1 },
  ]);
  expect(await sql`select title from blocks where sprint_id = ${sprintId} and cancelled_at is null`).toEqual([
    { title: "begun" },
  ]);
  expect(await sql`select id from pairs where sprint_id = ${sprintId} and ended_at is null`).toEqual([]);
});

it("whom somebody would rather not be paired with is kept, and only among those of this sprint", async () => {
  const one = await comes(zoe, { role: "mentor", seats: 3, mentorHours: 8 });
  const id = one.ok ? one.id : 0;
  const other = await comes(kofi, { notWith: [id, 999_999] });
  expect((await findRegistration(db, django.id, sprintId, kofi.id))?.notWith).toEqual([id]);
  await comes(kofi, { notWith: undefined });
  expect((await findRegistration(db, django.id, sprintId, kofi.id))?.notWith).toEqual([id]);
  await comes(kofi, { notWith: other.ok ? [other.id] : [] });
  expect((await findRegistration(db, django.id, sprintId, kofi.id))?.notWith).toEqual([]);
});

it("what was said last is found again, also in another community", async () => {
  await comes(mireia, { languages: ["ca", "es"] });
  await leaves(mireia);
  expect(await findLastRegistration(db, mireia.id)).toMatchObject({ languages: ["ca", "es"], communityId: django.id });
  expect(await findLastRegistration(db, omar.id)).toBeNull();
});

it("nothing that somebody said about themselves is on the audit trail", async () => {
  await comes(omar, { languages: ["ar"], skills: ["secret-skill"], timeZone: "Africa/Cairo" });
  const rows = await sql<{ said: string }>`select coalesce(before::text, '') || coalesce(after::text, '') as said
    from audit_rows where object in ('registrations', 'kept_apart', 'wished_themes')`;
  for (const { said } of rows) expect(said).not.toMatch(/secret-skill|Africa\/Cairo|on_site|2026-05-07/);
});
