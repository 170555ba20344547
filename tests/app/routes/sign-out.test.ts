import { expect, it } from "vitest";
import { action, loader } from "../../../app/routes/sign-out";
import { change } from "../../../db/queries/change.server";
import { findOrAddPerson } from "../../../db/queries/people.server";
import { testDatabase } from "../../support/database";
import { signedIn, Visitor } from "../../support/visitor";

const { db, sql } = await testDatabase();
const mireia = await change(db, { personId: null, requestId: null }, "sign in", (tx) =>
  findOrAddPerson(tx, { name: "Mireia Puig", email: "mireia@example.org" }),
);

it("signing out deletes the session, so that a stolen cookie is worth nothing", async () => {
  const browser = await signedIn({ db }, mireia);
  const thief = new Visitor({ db });
  thief.cookie = browser.cookie;
  expect(await thief.who()).toMatchObject({ name: "Mireia Puig" });

  expect(await browser.send(action, "/sign-out", {})).toMatchObject({ status: 303, location: "/" });
  expect(browser.cookie).toBeNull();
  expect(await thief.who()).toBeNull();
  expect(await sql`select * from sessions`).toEqual([]);
});

it("signing out leaves the person's other browsers signed in", async () => {
  const [laptop, phone] = [await signedIn({ db }, mireia), await signedIn({ db }, mireia)];
  await laptop.send(action, "/sign-out", {});
  expect(await phone.who()).toMatchObject({ name: "Mireia Puig" });
});

it("signing out twice changes nothing more", async () => {
  expect((await new Visitor({ db }).send(action, "/sign-out", {})).status).toBe(303);
});

it("a link cannot sign anybody out: reading the address is answered with 405 and the way that is allowed", async () => {
  const browser = await signedIn({ db }, mireia);
  const answer = await browser.read(loader, "/sign-out");
  expect(answer.status).toBe(405);
  expect(answer.headers.get("Allow")).toBe("POST");
  expect(await browser.who()).not.toBeNull();
});
