import { expect } from "vitest";
import { action } from "../../app/routes/sign-in";
import * as link from "../../app/routes/sign-in_.$token/route";
import type { TestDatabase } from "./database";
import { Visitor } from "./visitor";

/** The mails that would have been sent, newest first. */
export const mails = ({ sql }: Pick<TestDatabase, "sql">) =>
  sql<{ recipient: string; body: string }>`select recipient, body from mailbox order by id desc`;

/** Asks for a sign-in link and returns the token in the mail. */
export async function askedFor(
  { db, sql }: Pick<TestDatabase, "db" | "sql">,
  email: string,
  visitor = new Visitor({ db }),
  way = "/sign-in",
): Promise<string> {
  expect((await visitor.send(action, way, { email })).status).toBe(303);
  const [mail] = await mails({ sql });
  return /\/sign-in\/([\w-]{43})\n/.exec(mail?.body ?? "")?.[1] ?? "no link came";
}

/** Presses the button of a link; somebody new gives their name. */
export const press = (visitor: Visitor, token: string, name?: string) =>
  visitor.send(link.action, `/sign-in/${token}`, name === undefined ? {} : { name }, { params: { token } });
