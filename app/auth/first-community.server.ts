import type { AppLoadContext } from "@remix-run/node";
import { violatedConstraint } from "../../db/client.server";
import { change, nameTheDeed } from "../../db/queries/change.server";
import { addCommunity } from "../../db/queries/communities.server";
import { findOrAddPerson } from "../../db/queries/people.server";
import { useUpSetupLink } from "../../db/queries/setup-links.server";
import { foldEmail } from "../domain/people/email";

type Founding = { slug: string; name: string; summary: string; yourName: string; email: string };

/**
 * Makes the first community, its organizer and their session, and uses the setup address up: all of it or nothing. Says
 * "used" when somebody was faster with the address, "taken" when another community has the slug.
 */
export async function foundCommunity(
  context: Pick<AppLoadContext, "db" | "session" | "requestId">,
  token: string,
  { slug, name, summary, yourName, email }: Founding,
): Promise<"founded" | "used" | "taken"> {
  const { requestId } = context;
  try {
    return await change(context.db, { personId: null, requestId }, "found community", async (tx) => {
      if (!(await useUpSetupLink(tx, token))) return "used";
      const person = await findOrAddPerson(tx, { name: yourName, email: foldEmail(email) });
      await nameTheDeed(tx, { personId: person.id, requestId }, "found community");
      await addCommunity(tx, { slug, name, summary }, person.id);
      await context.session.start(tx, person);
      return "founded";
    });
  } catch (error) {
    if (violatedConstraint(error) === "communities_slug") return "taken";
    throw error;
  }
}
