import { sql as drizzle } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Refusal } from "../../../app/http/answers";
import * as pairPage from "../../../app/routes/$community.pairs.$pair._index/route";
import * as checkIns from "../../../app/routes/$community.pairs.$pair.check-ins";
import * as ending from "../../../app/routes/$community.pairs.$pair.ending";
import * as lockIns from "../../../app/routes/$community.pairs.$pair.lock-ins._index";
import * as lockInCancellation from "../../../app/routes/$community.pairs.$pair.lock-ins.$lockIn.cancellation";
import * as lockInEdit from "../../../app/routes/$community.pairs.$pair.lock-ins.$lockIn.edit";
import * as mentoring from "../../../app/routes/$community.sprints.$sprint.mentoring";
import * as overview from "../../../app/routes/$community.sprints.$sprint.overview/route";
import * as claim from "../../../app/routes/$community.tasks.$number.claim._index";
import * as myWork from "../../../app/routes/my-work";
import { listBlocks } from "../../../db/queries/blocks.server";
import { change } from "../../../db/queries/change.server";
import { listOwnQuestions, setOwnQuestions } from "../../../db/queries/own-questions.server";
import { findSprint } from "../../../db/queries/sprints.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { comeTo, makePair } from "../../support/pairs";
import { signedIn, Visitor } from "../../support/visitor";

const { db, sql, setClock, stageOnce } = await testDatabase();
let cast: Cast;
let id: number;
let kofi: Visitor;
let priya: Visitor;
let mireia: Visitor;

stageOnce(async () => {
  cast = await makeCast(db);
  id = await makePair(db, cast.django, cast.kofi, cast.priya);
});
beforeEach(async () => {
  kofi = await signedIn({ db }, cast.kofi);
  priya = await signedIn({ db }, cast.priya);
  mireia = await signedIn({ db }, cast.mireia);
});

const at = (pair: number | string = id, community = "django") => ({ community, pair: String(pair) });
const read = (who: Visitor, params = at()) =>
  who.read(pairPage.loader, `/${params.community}/pairs/${params.pair}`, params);
const send = (
  who: Visitor,
  what: "check-ins" | "ending" | "lock-ins",
  fields: Record<string, string>,
  params = at(),
) => {
  const actions = { "check-ins": checkIns.action, ending: ending.action, "lock-ins": lockIns.action };
  return who.send(actions[what], `/${params.community}/pairs/${params.pair}/${what}`, fields, { params });
};
const lockIn = {
  title: "Name hasher one",
  day: "2026-05-20",
  from: "09:00",
  until: "11:00",
  place: "Table 3",
  doneWhen: "The page names it.",
};
const forms = [
  ["check-ins", { mood: "stuck", blocks: "Windows." }],
  ["ending", { ending: "not_a_fit", note: "Windows." }],
  ["lock-ins", { ...lockIn, title: "Windows." }],
] as const;
const because = ({ data }: { data: unknown }) => (data as Refusal).because;
const kept = ({ data }: { data: unknown }) => (data as Refusal).kept?.map(({ text }) => text) ?? [];
const errors = ({ data }: { data: unknown }) => (data as { errors: { field: string; message: string }[] }).errors;
const denied = () =>
  sql<{ action: string; actor: number; key: string }>`
    select action, actor_id::int as actor, object_key as key from audit_rows where outcome = 'denied' order by id`;
const letters = () =>
  sql<{ recipient: string; subject: string; body: string }>`select recipient, subject, body from mailbox order by id`;
const stored = () =>
  sql<{
    mood: string;
    blocks: string;
    next_at: string | null;
  }>`select mood, blocks, to_char(next_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as next_at from check_ins`;

describe("a pair's page", () => {
  it("is for its two people and the organizers", async () => {
    for (const who of [kofi, priya, mireia]) expect((await read(who)).status).toBe(200);
    expect((await read(kofi)).data).toMatchObject({ part: "newcomer", row: { title: cast.priya.name } });
    expect((await read(priya)).data).toMatchObject({ part: "mentor", row: { title: cast.kofi.name } });
  });

  it("says to both, as their own pages do, what they could begin with, until somebody takes it", async () => {
    const [number = 0] = cast.django.ready;
    await change(db, stage, "give starter", (tx) =>
      tx.execute(drizzle`update pairs set starter_task_id = (
        select id from tasks where community_id = ${cast.django.id} and number = ${number})`),
    );
    const begins = async (who: Visitor) => {
      const page = (await read(who)).data as { row: { starter: unknown } };
      const work = (await who.read(myWork.loader, "/my-work")).data as { pairs: { row: { starter: unknown } }[] };
      return [page.row.starter, work.pairs[0]?.row.starter];
    };
    const [{ title } = { title: "" }] = await sql<{ title: string }>`
      select title from tasks where community_id = ${cast.django.id} and number = ${number}`;
    const task = { number, title };
    expect([await begins(kofi), await begins(priya)]).toEqual([
      [task, task],
      [task, task],
    ]);
    const zoe = await signedIn({ db }, cast.zoe);
    const params = { community: "django", number: String(number) };
    await zoe.send(claim.action, `/django/tasks/${number}/claim`, { note: "I begin." }, { params });
    expect([await begins(kofi), await begins(priya)]).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("is as missing to everybody else as one that never was", async () => {
    const zoe = await signedIn({ db }, cast.zoe);
    const omar = await signedIn({ db }, cast.omar);
    const answers = await Promise.all([
      read(zoe),
      read(zoe, at(id + 1_000)),
      read(omar),
      read(omar, at(id, "wagtail")),
      read(mireia, at(id, "wagtail")),
    ]);
    for (const answer of answers)
      expect([answer.status, because(answer)]).toEqual([404, "There is no such pair here."]);
    expect(await denied()).toEqual([]);
    expect((await read(zoe, at("1e3"))).status).toBe(404);
  });

  it("nobody else can write to it either: 404, and nothing changed", async () => {
    const zoe = await signedIn({ db }, cast.zoe);
    for (const [what, fields] of forms) {
      expect((await send(zoe, what, fields)).status).toBe(404);
      expect((await send(mireia, what, fields, at(id, "wagtail"))).status).toBe(404);
    }
    expect(await stored()).toEqual([]);
    expect(await sql`select ended_at from pairs`).toEqual([{ ended_at: null }]);
  });

  it("somebody signed out is sent to sign in, whether there is a pair or not", async () => {
    const anybody = new Visitor({ db });
    const [there, missing] = [await read(anybody), await read(anybody, at(9_999))];
    expect([there.status, there.location]).toEqual([303, `/sign-in?next=%2Fdjango%2Fpairs%2F${id}`]);
    expect([missing.status, missing.location]).toEqual([303, "/sign-in?next=%2Fdjango%2Fpairs%2F9999"]);
  });
});

describe("a check-in", () => {
  it("by either side is read by both and by the organizers", async () => {
    const answer = await send(kofi, "check-ins", { mood: "stuck", blocks: "The tests do not start on Windows." });
    expect([answer.status, answer.location]).toEqual([303, `/django/pairs/${id}`]);
    expect((await send(priya, "check-ins", { mood: "well", blocks: "" })).status).toBe(303);
    for (const who of [kofi, priya, mireia]) {
      expect((await read(who)).data).toMatchObject({
        checkIns: [{ mood: "well" }, { mood: "stuck", blocks: "The tests do not start on Windows." }],
      });
    }
  });

  it("that says stuck needs a line about what is in the way, and keeps what was typed", async () => {
    const answer = await send(kofi, "check-ins", {
      mood: "stuck",
      blocks: "  ",
      nextDay: "2026-05-06",
      nextTime: "10:00",
    });
    expect(answer.status).toBe(422);
    expect(errors(answer).map(({ field }) => field)).toEqual(["blocks"]);
    expect(answer.data).toMatchObject({ typed: { mood: "stuck", nextDay: "2026-05-06", nextTime: "10:00" } });
    expect(await stored()).toEqual([]);
  });

  it("takes a line of 200 characters and refuses one more", async () => {
    expect((await send(kofi, "check-ins", { mood: "slow", blocks: "é".repeat(201) })).status).toBe(422);
    expect((await send(kofi, "check-ins", { mood: "slow", blocks: "é".repeat(200) })).status).toBe(303);
  });

  it("says when next on the writer's own clock", async () => {
    await send(priya, "check-ins", { mood: "well", nextDay: "2026-05-06", nextTime: "15:30" });
    expect((await stored())[0]?.next_at).toBe("2026-05-06 10:00");
    const wrong = await send(priya, "check-ins", { mood: "well", nextDay: "2026-05-01", nextTime: "15:30" });
    expect(errors(wrong)).toEqual([{ field: "nextDay", message: "That is over already. Choose a time to come." }]);
  });

  it("at a time that does not exist gets its sentence", async () => {
    await setClock("2026-03-01T00:00:00Z");
    await change(db, { personId: cast.kofi.id, requestId: null }, "edit profile", (tx) =>
      tx.execute(`update people set time_zone = 'Europe/Madrid' where id = ${cast.kofi.id}`),
    );
    const answer = await send(kofi, "check-ins", { mood: "well", nextDay: "2026-03-29", nextTime: "02:30" });
    expect(errors(answer)[0]).toMatchObject({
      field: "nextTime",
      message: expect.stringContaining("Use 03:00 instead."),
    });
  });

  it.each([{}, { mood: "bored" }, { mood: "" }])("without a choice (%j) is asked for again", async (fields) => {
    const answer = await send(kofi, "check-ins", fields as Record<string, string>);
    expect(errors(answer)).toEqual([{ field: "mood", message: "Choose how it goes." }]);
  });

  it("is not for organizers, who are told and whose text is given back", async () => {
    const answer = await send(mireia, "check-ins", { mood: "well", blocks: "How are you?" });
    expect([answer.status, kept(answer)]).toEqual([403, ["How are you?"]]);
    expect(await denied()).toEqual([{ action: "check in", actor: cast.mireia.id, key: String(id) }]);
    expect(await stored()).toEqual([]);
  });

  it("in somebody else's name is not something a form can say", async () => {
    for (const name of ["person_id", "community_id", "id"]) {
      expect((await send(kofi, "check-ins", { mood: "well", [name]: "1" })).status).toBe(422);
    }
    expect(await stored()).toEqual([]);
  });
});

describe("ending a pair", () => {
  it.each([
    ["the newcomer", () => kofi],
    ["the mentor", () => priya],
    ["an organizer", () => mireia],
  ])("%s can, with a reason and a note that stay to be read", async (_, who) => {
    const answer = await send(who(), "ending", { ending: "newcomer_left", note: "A new job." });
    expect([answer.status, answer.location]).toEqual([303, `/django/pairs/${id}`]);
    for (const reader of [kofi, priya, mireia]) {
      expect((await read(reader)).data).toMatchObject({
        ending: { note: "A new job.", said: "The newcomer could not go on." },
      });
    }
  });

  it("is told to whoever did not do it, once, with the lock-ins that are called off", async () => {
    await send(priya, "lock-ins", lockIn);
    const before = (await letters()).length;
    await send(kofi, "ending", { ending: "not_a_fit", note: "A secret." });
    const told = (await letters()).slice(before);
    expect(told.map(({ recipient }) => recipient)).toEqual([cast.priya.email]);
    expect(told[0]?.body).toContain("Kofi Abara has ended your pair at Django on the Med. It was not a good fit.");
    expect(told[0]?.body).toContain("The lock-in you had booked together is called off.");
    expect(told[0]?.body).not.toContain("A secret.");
  });

  it("by an organizer is told to both", async () => {
    const before = (await letters()).length;
    await send(mireia, "ending", { ending: "handed_over", note: "" });
    const told = (await letters()).slice(before);
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual([cast.kofi.email, cast.priya.email].toSorted());
    expect(told[0]?.body).toContain("Mireia Puig, who organizes Django on the Med, has ended your pair with");
  });

  it("twice is refused with the note given back, and so is anything written after", async () => {
    await send(kofi, "ending", { ending: "finished", note: "" });
    for (const [what, fields] of forms) {
      const answer = await send(priya, what, fields);
      expect([what, answer.status, kept(answer).includes("Windows.")]).toEqual([what, 409, true]);
    }
    expect(await sql`select count(*)::int from pair_endings`).toEqual([{ count: 1 }]);
    expect(await stored()).toEqual([]);
    expect(await denied()).toHaveLength(3);
  });

  it("in the same moment from both sides ends it once, and the other's note is given back", async () => {
    const answers = await Promise.all([
      send(kofi, "ending", { ending: "finished", note: "Thank you." }),
      send(priya, "ending", { ending: "finished", note: "Well done." }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(kept(loser ?? { data: {} })).toHaveLength(1);
  });

  it("without a reason is asked for again, with the note still there", async () => {
    const answer = await send(kofi, "ending", { note: "Nearly." });
    expect([answer.status, errors(answer)]).toEqual([422, [{ field: "ending", message: "Choose why it ends." }]]);
    expect(answer.data).toMatchObject({ typed: { note: "Nearly." } });
  });
});

describe("a lock-in", () => {
  const onThePage = async () => {
    const sprint = await findSprint(db, cast.django.id, cast.django.sprint);
    return listBlocks(db, cast.django.id, sprint?.id ?? 0);
  };

  it("is booked by one of the two, and stands on the sprint's page without a name", async () => {
    const answer = await send(kofi, "lock-ins", lockIn);
    expect([answer.status, answer.location]).toEqual([303, `/django/pairs/${id}`]);
    const blocks = await onThePage();
    expect(blocks).toMatchObject([
      {
        title: "Name hasher one",
        startsAt: new Date("2026-05-20T07:00:00Z"),
        endsAt: new Date("2026-05-20T09:00:00Z"),
        place: "Table 3",
        doneWhen: "The page names it.",
      },
    ]);
    expect(JSON.stringify(blocks)).not.toMatch(/Kofi|Priya/);
  });

  it.each([
    ["before the sprint", { day: "2026-05-19" }, ["day"]],
    ["that ends before it starts", { from: "11:00", until: "09:00" }, ["from", "until"]],
    ["on a day there is not", { day: "2026-02-30" }, ["day"]],
    ["without a place or an end", { place: " ", doneWhen: "" }, ["place", "doneWhen"]],
    ["at no hour", { from: "", until: "25:00" }, ["from", "until"]],
  ])("%s is refused at its fields, with what was typed", async (_, fields, named) => {
    const answer = await send(kofi, "lock-ins", { ...lockIn, ...fields });
    expect([answer.status, errors(answer).map(({ field }) => field)]).toEqual([422, named]);
    expect(answer.data).toMatchObject({ typed: { title: "Name hasher one" } });
    expect(await onThePage()).toEqual([]);
  });

  const change = (who: Visitor, lockInId: number, what: "edit" | "cancellation", fields: Record<string, string> = {}) =>
    who.send(
      what === "edit" ? lockInEdit.action : lockInCancellation.action,
      `/django/pairs/${id}/lock-ins/${lockInId}/${what}`,
      fields,
      { params: { ...at(), lockIn: String(lockInId) } },
    );
  const booked = async () => {
    await send(kofi, "lock-ins", lockIn);
    return (await onThePage())[0]?.id ?? 0;
  };

  it("that is booked is told to the other of the two, and to nobody else", async () => {
    await booked();
    const [letter, ...more] = await letters();
    expect([letter?.recipient, more]).toEqual([cast.priya.email, []]);
    expect(letter?.body).toContain("Kofi Abara has booked a lock-in for the two of you");
    expect(letter?.body).toContain("Wednesday 20 May, 09:00 to 11:00 (Europe/Madrid)");
  });

  it.each([
    ["the other side", () => priya, ["kofi"]],
    ["an organizer", () => mireia, ["kofi", "priya"]],
  ] as const)(
    "is called off by %s: it leaves the sprint's page, and those who did not do it are told",
    async (_, who, told) => {
      const lockInId = await booked();
      const before = (await letters()).length;
      expect((await change(who(), lockInId, "cancellation")).location).toBe(`/django/pairs/${id}`);
      expect(await onThePage()).toEqual([]);
      const sent = (await letters()).slice(before);
      expect(sent.map(({ recipient }) => recipient).sort()).toEqual(told.map((name) => cast[name].email));
      expect(sent[0]?.subject).toBe("A lock-in at Django on the Med is called off");
      const again = await change(who(), lockInId, "cancellation");
      expect([again.status, because(again)]).toEqual([409, expect.stringContaining("has been called off")]);
    },
  );

  it("is changed by either side, on the sprint's clock", async () => {
    const lockInId = await booked();
    const page = await priya.read(lockInEdit.loader, `/django/pairs/${id}/lock-ins/${lockInId}/edit`, {
      ...at(),
      lockIn: String(lockInId),
    });
    expect(page.data).toMatchObject({ filled: { ...lockIn, seen: "1" } });
    const answer = await change(priya, lockInId, "edit", { ...lockIn, from: "10:00", until: "12:00", seen: "1" });
    expect(answer.location).toBe(`/django/pairs/${id}`);
    expect(await onThePage()).toMatchObject([{ startsAt: new Date("2026-05-20T08:00:00Z") }]);
    expect((await letters()).at(-1)).toMatchObject({ recipient: cast.kofi.email });
  });

  it("that both change at once keeps the first, and shows the second both", async () => {
    const lockInId = await booked();
    await change(kofi, lockInId, "edit", { ...lockIn, place: "The beach", seen: "1" });
    const late = await change(priya, lockInId, "edit", { ...lockIn, place: "The bar", seen: "1" });
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({
      typed: { place: "The bar", seen: "2" },
      clash: { by: cast.kofi.name, clashes: [{ label: "Where", theirs: "The beach", yours: "The bar" }] },
    });
    expect(await onThePage()).toMatchObject([{ place: "The beach" }]);
  });

  it("of another pair, or that never was, is as missing as any; so is it to everybody else", async () => {
    const lockInId = await booked();
    const zoe = await signedIn({ db }, cast.zoe);
    const other = await makePair(db, cast.django, cast.zoe, cast.priya);
    for (const what of ["edit", "cancellation"] as const) {
      expect((await change(zoe, lockInId, what)).status).toBe(404);
      expect((await change(kofi, lockInId + 1_000, what)).status).toBe(404);
      const action = what === "edit" ? lockInEdit.action : lockInCancellation.action;
      const params = { ...at(other), lockIn: String(lockInId) };
      expect(
        (await zoe.send(action, `/django/pairs/${other}/lock-ins/${lockInId}/${what}`, {}, { params })).status,
      ).toBe(404);
    }
    expect(await onThePage()).toHaveLength(1);
  });

  it("that is over stays as it was", async () => {
    const lockInId = await booked();
    await setClock("2026-05-20T09:00:00Z");
    // His session from two weeks before has ended.
    kofi = await signedIn({ db }, cast.kofi);
    for (const what of ["edit", "cancellation"] as const) {
      const answer = await change(kofi, lockInId, what, { ...lockIn, seen: "1" });
      expect([answer.status, because(answer)]).toEqual([409, "This lock-in is over, so it stays as it was."]);
    }
  });

  it("is not for organizers to book, who are told why", async () => {
    const answer = await send(mireia, "lock-ins", lockIn);
    expect([answer.status, kept(answer)]).toEqual([403, expect.arrayContaining(["Name hasher one", "Table 3"])]);
    expect(await denied()).toHaveLength(1);
  });
});

describe("who needs a mentor", () => {
  const page = (who: Visitor, community = "django") =>
    who.read(mentoring.loader, `/${community}/sprints/django-on-the-med/mentoring`, {
      community,
      sprint: cast.django.sprint,
    });

  it("is the mentor's own page: their pairs, the most urgent first, and what to do", async () => {
    await makePair(db, cast.django, cast.zoe, cast.priya);
    await send(priya, "check-ins", { mood: "well" });
    expect((await page(priya)).data).toMatchObject({
      rows: [
        { title: cast.zoe.name, healthSaid: "Waiting for your first hello", step: `Say hello to ${cast.zoe.name}` },
        { title: cast.kofi.name, healthSaid: "Going well" },
      ],
    });
    await send(kofi, "check-ins", { mood: "stuck", blocks: "Windows." });
    expect((await page(priya)).data).toMatchObject({
      rows: [
        { health: { is: "stuck" }, news: { said: `${cast.kofi.name}: Stuck. Windows.` } },
        { health: { is: "new" } },
      ],
    });
  });

  it("says after two days that a pair has gone quiet, to both", async () => {
    await send(priya, "check-ins", { mood: "well" });
    await setClock("2026-05-06T09:00:01Z");
    expect((await page(priya)).data).toMatchObject({ rows: [{ healthSaid: "Quiet for 2 days" }] });
    expect((await kofi.read(myWork.loader, "/my-work")).data).toMatchObject({
      pairs: [{ part: "newcomer", row: { title: cast.priya.name, healthSaid: "Quiet for 2 days" } }],
    });
  });

  it("is missing for everybody who mentors nobody here", async () => {
    for (const who of [kofi, mireia]) expect((await page(who)).status).toBe(404);
  });
});

describe("the overview of a sprint", () => {
  const page = (who: Visitor, query = "") =>
    who.read(overview.loader, `/django/sprints/${cast.django.sprint}/overview${query}`, {
      community: "django",
      sprint: cast.django.sprint,
    });

  it("is for organizers; a mentor is told so, and it is on the trail", async () => {
    const answer = await page(priya);
    expect([answer.status, because(answer)]).toEqual([403, expect.stringContaining("see how its sprints are going")]);
    expect(await denied()).toMatchObject([{ action: "read overview", actor: cast.priya.id }]);
  });

  it("shows pairs by health, and under each number only those", async () => {
    await send(kofi, "check-ins", { mood: "stuck", blocks: "Windows." });
    const whole = (await page(mireia)).data;
    expect(whole).toMatchObject({
      overview: { newcomers: 1, mentors: 1, seats: 3, seatsLeft: 2, hours: 8, hoursLeft: 6, unpaired: [] },
      pairs: 1,
      rows: [{ title: `${cast.kofi.name} and ${cast.priya.name}` }],
    });
    expect((await page(mireia, "?pairs=stuck")).data).toMatchObject({ only: "stuck", rows: [{ id }] });
    expect((await page(mireia, "?pairs=well")).data).toMatchObject({ only: "well", rows: [] });
    expect((await page(mireia, "?pairs=nonsense")).data).toMatchObject({ only: null, rows: [{ id }] });
  });
});

it("what somebody wishes, whom they would rather not meet, and what they answered the organizers is for no mentor to read", async () => {
  const { sprintId, ids } = await comeTo(db, cast.django, [{ person: cast.omar, mentor: true }]);
  const asks = [{ ask: "What do you eat?", choices: [], needed: false }];
  await change(db, stage, "ask at registration", (tx) => setOwnQuestions(tx, cast.django.id, sprintId, asks));
  const answers = (await listOwnQuestions(db, cast.django.id, sprintId)).map(({ id: questionId }) => ({
    questionId,
    answer: "Only plums",
  }));
  const more = { wish: "A quiet corner", wishes: ids, notWith: ids, answers };
  await comeTo(db, cast.django, [{ person: cast.kofi, more }]);
  expect(
    await sql`select a.answer, r.wish from sprint_answers a join registrations r on r.id = a.registration_id`,
  ).toEqual([{ answer: "Only plums", wish: "A quiet corner" }]);
  const omar = await signedIn({ db }, cast.omar);
  const sprint = { community: "django", sprint: cast.django.sprint };
  const seen = [
    await read(priya),
    await priya.read(mentoring.loader, `/django/sprints/${sprint.sprint}/mentoring`, sprint),
    await priya.read(myWork.loader, "/my-work", {}),
    await omar.read(mentoring.loader, `/django/sprints/${sprint.sprint}/mentoring`, sprint),
    await omar.read(myWork.loader, "/my-work", {}),
  ].map((answer) => JSON.stringify(answer));
  expect(seen.join()).toContain("Kofi Abara");
  for (const data of seen) expect(data).not.toMatch(/quiet corner|Only plums|notWith|"wish/);
  for (const data of seen.slice(0, 3)) expect(data).not.toContain("Omar");
  for (const data of seen.slice(3)) expect(data).not.toContain("Kofi");
});
