import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "../client.server";
import { people } from "../schema/people";

/** A person as they know themselves. The e-mail address is for nobody else's page. */
export type Person = { id: number; name: string; email: string; timeZone: string };

const own = { id: people.id, name: people.name, email: people.email, timeZone: people.timeZone };

/** The person with this address, whatever its case, or null. */
export async function findPersonByEmail(db: Queryable, email: string): Promise<Person | null> {
  const [found] = await db.select(own).from(people).where(sql`lower(${people.email}) = lower(${email})`);
  return found ?? null;
}

/** Names and addresses of these people, for letters to them. */
export const listAddressees = (db: Queryable, ids: readonly number[]) =>
  db
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(people)
    .where(inArray(people.id, [...ids]))
    .orderBy(asc(people.id));

/**
 * The person with this address, made now if there was none. Of two sign-ups at once one makes the person (unique index
 * `people_email`) and the other finds them, under the name that was stored first.
 */
export async function findOrAddPerson(
  tx: Transaction,
  person: { name: string; email: string; timeZone?: string },
): Promise<Person> {
  const known = await findPersonByEmail(tx, person.email);
  if (known) return known;
  const [made] = await tx.insert(people).values(person).onConflictDoNothing().returning(own);
  const found = made ?? (await findPersonByEmail(tx, person.email));
  if (!found) throw new Error("a person was neither made nor found");
  return found;
}

/** Rewrites what a person says about themselves. */
export async function editPerson(
  tx: Transaction,
  id: number,
  person: { name: string; timeZone: string },
): Promise<void> {
  await tx.update(people).set(person).where(eq(people.id, id));
}
