import { and, eq, isNull } from "drizzle-orm";
import { type RegistrationsPlan, reconcileRegistrations } from "../../app/domain/people/reconcile-registrations";
import type { RegistrationRow } from "../../app/domain/people/registration-row";
import type { Queryable, Transaction } from "../client.server";
import { people } from "../schema/people";
import { registrations } from "../schema/registrations";
import { findOrAddPerson } from "./people.server";
import type { PlaceNews } from "./place-offers.server";
import { register } from "./registering.server";
import { listRegistrations } from "./registrations.server";
import { holdSprint, type Sprint } from "./sprints.server";
import { listThemeNames } from "./themes.server";

type Rows = readonly (RegistrationRow & { line: number })[];

/** What a table of registrations would change at a sprint. Changes nothing. */
export async function previewRegistrations(
  db: Queryable,
  communityId: number,
  sprint: Pick<Sprint, "id" | "name" | "startsOn" | "endsOn">,
  rows: Rows,
): Promise<RegistrationsPlan> {
  const [themes, stored, emails] = await Promise.all([
    listThemeNames(db, communityId),
    listRegistrations(db, communityId, sprint.id),
    db
      .select({ id: registrations.id, email: people.email })
      .from(registrations)
      .innerJoin(people, eq(people.id, registrations.personId))
      .where(
        and(
          eq(registrations.communityId, communityId),
          eq(registrations.sprintId, sprint.id),
          isNull(registrations.withdrawnAt),
        ),
      ),
  ]);
  const emailOf = new Map(emails.map(({ id, email }) => [id, email]));
  return reconcileRegistrations(
    rows,
    sprint,
    themes,
    stored.map((registration) => ({
      ...registration,
      themes: registration.themes.map(({ id }) => id),
      email: emailOf.get(registration.id) ?? "",
    })),
  );
}

/** Somebody whose registration could not be rewritten, and why. */
export type NotImported = { line: number; because: string };

export type RegistrationsImported = {
  plan: RegistrationsPlan;
  refused: NotImported[];
  waiting: number;
  news: PlaceNews;
};

/**
 * Brings a table of registrations in, in the caller's transaction: the sprint is held, the table is compared with what is
 * there now, and only what is new or changed is written, so that the same table twice changes nothing. A plan with faults
 * writes nothing at all. Somebody without a place waits; somebody whose pairs stand against the change is named.
 */
export async function importRegistrations(
  tx: Transaction,
  communityId: number,
  sprint: Sprint,
  rows: Rows,
): Promise<RegistrationsImported> {
  const held = (await holdSprint(tx, communityId, sprint.id)) ?? sprint;
  const plan = await previewRegistrations(tx, communityId, sprint, rows);
  const result: RegistrationsImported = { plan, refused: [], waiting: 0, news: { placed: [], offered: [] } };
  if (plan.faults.length > 0) return result;
  for (const planned of plan.people) {
    if (planned.change === "same") continue;
    const { email, name, said, line } = planned;
    const person = await findOrAddPerson(tx, { email, name, timeZone: said.timeZone });
    const outcome = await register(tx, communityId, { ...sprint, ...held }, person.id, said, { read: true });
    if (!outcome.ok) result.refused.push({ line, because: outcome.verdict.because });
    else {
      if (outcome.waitingFor !== null) result.waiting += 1;
      result.news.placed.push(...outcome.news.placed);
      result.news.offered.push(...outcome.news.offered);
    }
  }
  return result;
}
