import { createTransport } from "nodemailer";
import type { Database } from "../../db/client.server";
import { addMail } from "../../db/queries/mailbox.server";

/** `key`: the same for each try of one mail, so that a mailbox which got it twice knows it. */
export type Mail = { to: string; subject: string; text: string; key?: string };

/** Where mail goes: a mail server, the example's mailbox page, or nowhere because none is set. */
export type Mailer = { kind: "smtp" | "mailbox" | "none"; send(mail: Mail): Promise<void> };

type Settings = { smtpUrl: string | null; from: string | null; example: boolean; db: Database };

/**
 * The mailer these settings ask for. In the example mail never leaves the machine. `send` rejects when the mail was not
 * taken, when there is no mailer, and for an address or subject that would begin another header.
 */
export function openMailer({ smtpUrl, from, example, db }: Settings): Mailer {
  if (example) {
    return mailer("mailbox", ({ to, subject, text }) => addMail(db, { recipient: to, subject, body: text }));
  }
  if (!smtpUrl || !from) {
    return mailer("none", () => Promise.reject(new Error("no mail server is set")));
  }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
  return mailer("smtp", async ({ to, subject, text, key }) => {
    const messageId = key === undefined ? undefined : `<portolan-${key}@${domain}>`;
    // As objects, so that no comma or angle bracket in an address can become a second recipient.
    await transport.sendMail({ from, to: { name: "", address: to }, subject, text, messageId });
  });
}

const mailer = (kind: Mailer["kind"], send: Mailer["send"]): Mailer => ({
  kind,
  async send(mail) {
    if (/[\p{Cc}\u2028\u2029]/u.test(mail.to + mail.subject) || !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(mail.to)) {
      throw new Error("a mail's address and subject are one line each, and its address is one address");
    }
    await send(mail);
  },
});
