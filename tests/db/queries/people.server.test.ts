import { expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { editPerson, findOrAddPerson, findPersonByEmail } from "../../../db/queries/people.server";
import { testDatabase } from "../../support/database";

const { db, sql } = await testDatabase();
const nobody = { personId: null, requestId: null };

const signUp = (name: string, email: string) =>
  change(db, nobody, "sign in", (tx) => findOrAddPerson(tx, { name, email }));

it("a person is found by their address in any case", async () => {
  const kofi = await signUp("Kofi Abara", "kofi@example.org");
  expect(await findPersonByEmail(db, "KOFI@Example.org")).toEqual(kofi);
  expect(await findPersonByEmail(db, "kofi@example.orgg")).toBeNull();
  expect(await findPersonByEmail(db, "k%@example.org")).toBeNull();
});

it("ten sign-ups at once with one address make one person, under one name", async () => {
  const made = await Promise.all(Array.from({ length: 10 }, (_, n) => signUp(`Name ${n}`, "race@example.org")));
  const [stored] = await sql<{
    count: number;
  }>`select count(*)::int as count from people where email = 'race@example.org'`;
  expect(stored?.count).toBe(1);
  for (const person of made) expect(person).toEqual(made[0]);
});

it("nobody is changed outside a deed with a name", async () => {
  const priya = await signUp("Priya Sharma", "priya@example.org");
  await expect(
    db.transaction((tx) => editPerson(tx, priya.id, { name: "Somebody else", timeZone: "UTC" })),
  ).rejects.toThrow();
  expect(await findPersonByEmail(db, "priya@example.org")).toEqual(priya);
});
