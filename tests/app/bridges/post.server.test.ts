import { afterEach, describe, expect, it } from "vitest";
import type { Mail, Mailer } from "../../../app/bridges/mail.server";
import { openPost, sendLeft } from "../../../app/bridges/post.server";
import type { Addressee, Letter } from "../../../app/domain/letters";
import { change } from "../../../db/queries/change.server";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { TEST_NOW } from "../../support/test-clock";

const { db, sql, setClock } = await testDatabase();
const { kofi, zoe } = await makeCast(db);

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
  const send = async (mail: Mail) => {
    if (mail.to === refuses || refuses === "everybody") throw new Error("not taken");
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
  };
}
const kept = async () => (await sql<{ count: number }>`select count(*)::int from letters`)[0]?.count;

describe("the letters of a change", () => {
  it("are kept with it until they are sent, and go to each person once", async () => {
    const desk = openDesk();
    const post = openPost(desk);
    await change(db, stage, "tell people", (tx) => post.in(tx).write([letterTo(kofi), letterTo(zoe)]));
    expect([await kept(), desk.mails]).toEqual([2, []]);
    expect(await post.send()).toEqual({ told: 2, unreached: [], sends: true });
    expect(desk.mails.map((mail) => mail.to)).toEqual([kofi.email, zoe.email]);
    expect(await kept()).toBe(0);
  });

  it("are not there when the change is not", async () => {
    const desk = openDesk();
    const post = openPost(desk);
    const failing = change(db, stage, "tell people", async (tx) => {
      await post.in(tx).write([letterTo(kofi)]);
      throw new Error("something else went wrong");
    });
    await expect(failing).rejects.toThrow("something else");
    expect(await kept()).toBe(0);
  });

  it("are sent by another hand when their own has died, after two minutes and by one hand alone", async () => {
    const dead = openPost(openDesk());
    await change(db, stage, "tell people", (tx) => dead.in(tx).write([letterTo(kofi), letterTo(zoe)]));
    const desk = openDesk();
    await sendLeft(desk);
    expect(desk.mails).toEqual([]);
    await setClock("2026-05-04T09:02:00Z");
    await Promise.all([sendLeft(desk), sendLeft(desk)]);
    expect(desk.mails.map((mail) => mail.to).sort()).toEqual([kofi.email, zoe.email].sort());
    expect(await dead.send()).toEqual({ told: 2, unreached: [], sends: true });
    expect(desk.mails).toHaveLength(2);
  });

  it("that are not taken are named and not tried again, and neither are the others when the mail server is away", async () => {
    const refusing = openDesk({ refuses: kofi.email });
    const one = openPost(refusing);
    await change(db, stage, "tell people", (tx) => one.in(tx).write([letterTo(kofi), letterTo(zoe)]));
    expect(await one.send()).toEqual({ told: 1, unreached: [kofi.name], sends: true });
    expect(refusing.errors).toHaveLength(1);

    const away = openDesk({ refuses: "everybody" });
    const other = openPost(away);
    await change(db, stage, "tell people", (tx) => other.in(tx).write(Array<Letter>(20).fill(letterTo(zoe))));
    expect((await other.send()).unreached).toHaveLength(20);
    expect(away.errors).toHaveLength(8);
    expect(await kept()).toBe(0);
  });

  it("are not kept on a server that cannot send mail", async () => {
    const desk = openDesk({ kind: "none" });
    const post = openPost(desk);
    await change(db, stage, "tell people", (tx) => post.in(tx).write([letterTo(kofi)]));
    expect([await kept(), await post.send()]).toEqual([0, { told: 0, unreached: [kofi.name], sends: false }]);
  });
});
