import { afterEach, describe, expect, it } from "vitest";
import type { Mail, Mailer } from "../../../app/bridges/mail.server";
import { openPost, sendDue } from "../../../app/bridges/post.server";
import type { Addressee, Letter } from "../../../app/domain/letters";
import { limits } from "../../../app/domain/limits";
import { change } from "../../../db/queries/change.server";
import { listLostLetters, takeLetters } from "../../../db/queries/letters.server";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { TEST_NOW } from "../../support/test-clock";

const { db, sql, setClock } = await testDatabase();
const { kofi, zoe, django } = await makeCast(db);

afterEach(async () => {
  await setClock(TEST_NOW);
  await sql`truncate letters`;
});

const to = ({ id, name, email }: { id: number; name: string; email: string }): Addressee => ({
  personId: id,
  name,
  email,
});
const letterTo = (person: typeof kofi): Letter => ({ to: to(person), subject: "Hello", text: `Hello ${person.name}` });

/** A desk whose mail server takes everything but what goes to `refuses`, or is away for `refuses` "everybody". */
function openDesk({ refuses = "", kind = "smtp" }: { refuses?: string; kind?: Mailer["kind"] } = {}) {
  const mails: Mail[] = [];
  const keys: unknown[] = [];
  let refused = refuses;
  const send = async (mail: Mail) => {
    keys.push(mail.key);
    if (mail.to === refused || refused === "everybody") throw new Error("not taken");
    mails.push(mail);
  };
  const errors: unknown[] = [];
  const mailer: Mailer = { kind, send };
  return {
    db,
    mailer,
    origin: "https://portolan.example",
    failed: (error: unknown) => errors.push(error),
    mails,
    errors,
    /** The keys of all tries. */
    keys,
    /** Whom the mail server refuses from now on. */
    refuse: (whom: string) => {
      refused = whom;
    },
  };
}
const kept = async () => (await sql<{ count: number }>`select count(*)::int from letters`)[0]?.count;

describe("the letters of a change", () => {
  it("are kept with it until they are sent, and go to each person once", async () => {
    const desk = openDesk();
    const post = openPost(desk);
    await change(db, stage, "tell people", (tx) => post.in(tx, django).write([letterTo(kofi), letterTo(zoe)]));
    expect([await kept(), desk.mails]).toEqual([2, []]);
    expect(await post.send()).toEqual({ told: 2, later: 0, unreached: [], sends: true });
    expect(desk.mails.map((mail) => mail.to)).toEqual([kofi.email, zoe.email]);
    expect(await kept()).toBe(0);
  });

  it("are not there when the change is not", async () => {
    const desk = openDesk();
    const post = openPost(desk);
    const failing = change(db, stage, "tell people", async (tx) => {
      await post.in(tx, django).write([letterTo(kofi)]);
      throw new Error("something else went wrong");
    });
    await expect(failing).rejects.toThrow("something else");
    expect(await kept()).toBe(0);
  });

  it("are sent by another hand when their own has died, after two minutes and by one hand alone", async () => {
    const dead = openPost(openDesk());
    await change(db, stage, "tell people", (tx) => dead.in(tx, django).write([letterTo(kofi), letterTo(zoe)]));
    const desk = openDesk();
    await sendDue(desk);
    expect(desk.mails).toEqual([]);
    await setClock("2026-05-04T09:02:00Z");
    await Promise.all([sendDue(desk), sendDue(desk)]);
    expect(desk.mails.map((mail) => mail.to).sort()).toEqual([kofi.email, zoe.email].sort());
    expect(await dead.send()).toEqual({ told: 2, later: 0, unreached: [], sends: true });
    expect(desk.mails).toHaveLength(2);
  });

  it("that are not taken are named, and tried again after five minutes, fifteen more, forty-five more, until they are", async () => {
    const desk = openDesk({ refuses: kofi.email });
    const post = openPost(desk);
    await change(db, stage, "tell people", (tx) => post.in(tx, django).write([letterTo(kofi), letterTo(zoe)]));
    expect(await post.send()).toEqual({ told: 1, later: 0, unreached: [kofi.name], sends: true });
    const tries = async (at: string) => {
      await setClock(`2026-05-04T${at}Z`);
      await sendDue(desk);
      return desk.errors.length;
    };
    expect(await tries("09:04:59")).toBe(1);
    expect(await tries("09:05:00")).toBe(2);
    expect(await tries("09:19:59")).toBe(2);
    expect(await tries("09:20:00")).toBe(3);
    expect(await tries("10:04:59")).toBe(3);
    desk.refuse("");
    expect(await tries("10:05:00")).toBe(3);
    expect(desk.mails.map((mail) => mail.to)).toEqual([zoe.email, kofi.email]);
    expect(new Set(desk.keys).size).toBe(2);
    expect(await kept()).toBe(0);
  });

  it("that are not taken for a day are given up: organizers read of them for a week, and their text is gone", async () => {
    const desk = openDesk({ refuses: kofi.email });
    const post = openPost(desk);
    await change(db, stage, "tell people", (tx) => post.in(tx, django).write([letterTo(kofi)]));
    await post.send();
    for (let hour = 1; hour < 24; hour += 1) {
      await setClock(new Date(Date.parse(TEST_NOW) + hour * 3_600_000).toISOString());
      await sendDue(desk);
    }
    expect(await listLostLetters(db, django.id)).toEqual([]);
    await setClock("2026-05-05T09:00:00Z");
    await sendDue(desk);
    expect(await listLostLetters(db, django.id)).toMatchObject([{ name: kofi.name, subject: "Hello" }]);
    expect(await sql`select body from letters`).toEqual([{ body: "" }]);
    const tried = desk.errors.length;
    await setClock("2026-05-06T09:00:00Z");
    await sendDue(desk);
    expect(desk.errors).toHaveLength(tried);
    await setClock("2026-05-12T09:00:00Z");
    await sendDue(desk);
    expect([await listLostLetters(db, django.id), await kept()]).toEqual([[], 0]);
  });

  it("wait while the mail server is away, after a handful of them was tried", async () => {
    const desk = openDesk({ refuses: "everybody" });
    const post = openPost(desk);
    await change(db, stage, "tell people", (tx) => post.in(tx, django).write(Array<Letter>(20).fill(letterTo(zoe))));
    expect((await post.send()).unreached).toHaveLength(20);
    expect([desk.errors.length, await kept()]).toEqual([8, 20]);
    desk.refuse("");
    await setClock("2026-05-04T09:02:00Z");
    await sendDue(desk);
    expect(desk.mails).toHaveLength(12);
    await setClock("2026-05-04T09:05:00Z");
    await sendDue(desk);
    expect([desk.mails.length, await kept()]).toEqual([20, 0]);
  });

  it("that were in hand when their sender died go to nobody twice, and organizers are told that they may be lost", async () => {
    const dead = openPost(openDesk());
    await change(db, stage, "tell people", (tx) => dead.in(tx, django).write([letterTo(kofi)]));
    const [{ id } = { id: 0 }] = await sql<{ id: number }>`select id::int from letters`;
    await takeLetters(db, [id]);
    const desk = openDesk();
    await setClock("2026-05-04T09:09:59Z");
    await sendDue(desk);
    expect(await listLostLetters(db, django.id)).toEqual([]);
    await setClock("2026-05-04T09:10:00Z");
    await sendDue(desk);
    expect(desk.mails).toEqual([]);
    expect(await listLostLetters(db, django.id)).toMatchObject([{ name: kofi.name }]);
  });

  it("go out while somebody waits up to two hundred, and the others in the next minutes", async () => {
    const desk = openDesk();
    const post = openPost(desk);
    const many = Array<Letter>(limits.lettersAtOnce + 1).fill(letterTo(zoe));
    await change(db, stage, "tell people", (tx) => post.in(tx, django).write(many));
    expect(await post.send()).toEqual({ told: limits.lettersAtOnce, later: 1, unreached: [], sends: true });
    await setClock("2026-05-04T09:02:00Z");
    await sendDue(desk);
    expect([desk.mails.length, await kept()]).toEqual([limits.lettersAtOnce + 1, 0]);
  });

  it("are not kept on a server that cannot send mail", async () => {
    const desk = openDesk({ kind: "none" });
    const post = openPost(desk);
    await change(db, stage, "tell people", (tx) => post.in(tx, django).write([letterTo(kofi)]));
    expect([await kept(), await post.send()]).toEqual([0, { told: 0, later: 0, unreached: [kofi.name], sends: false }]);
  });
});
