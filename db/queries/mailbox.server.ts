import { desc } from "drizzle-orm";
import { limits } from "../../app/domain/limits";
import type { Queryable } from "../client.server";
import { mailbox } from "../schema/mailbox";

/** Puts a mail into the example's mailbox instead of sending it. */
export async function addMail(
  db: Queryable,
  mail: { recipient: string; subject: string; body: string },
): Promise<void> {
  await db.insert(mailbox).values(mail);
}

/** The mails of the example, newest first; at most a page of them. */
export const listMail = (db: Queryable) => db.select().from(mailbox).orderBy(desc(mailbox.id)).limit(limits.pageSize);
