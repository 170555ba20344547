import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { openMailer } from "../../../app/bridges/mail.server";
import { listMail } from "../../../db/queries/mailbox.server";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

/** A mail server that remembers what it was told and takes everything, unless it is in another mood. */
const heard: string[] = [];
let mood: "takes" | "451 come back later" | "550 nobody lives here" | "hangs up" = "takes";
const server = createServer((socket) => {
  let inLetter = false;
  socket.write("220 ready\r\n");
  socket.on("data", (chunk) => {
    for (const line of chunk.toString().split("\r\n").slice(0, -1)) {
      heard.push(line);
      if (inLetter) {
        if (line === ".") {
          inLetter = false;
          if (mood === "hangs up") socket.destroy();
          else socket.write("250 taken\r\n");
        }
      } else if (line === "DATA") {
        inLetter = true;
        socket.write("354 go on\r\n");
      } else if (line === "QUIT") socket.end("221 bye\r\n");
      else if (line.startsWith("RCPT") && /^\d/.test(mood)) socket.write(`${mood}\r\n`);
      else socket.write("250 fine\r\n");
    }
  });
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => server.close());

const smtpUrl = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`;
const from = "Portolan <portolan@example.org>";
const letter = { to: "kofi@example.org", subject: "Your link", text: "Hello,\n\npress the button.\n" };

describe("a mail server", () => {
  it("is given the mail, to one person, as plain text", async () => {
    const mailer = openMailer({ smtpUrl, from, example: false, db });
    expect(mailer.kind).toBe("smtp");
    await mailer.send(letter);
    expect(heard.filter((line) => line.startsWith("RCPT"))).toEqual(["RCPT TO:<kofi@example.org>"]);
    expect(heard).toContain("From: Portolan <portolan@example.org>");
    expect(heard).toContain("Subject: Your link");
    expect(heard.join("\n")).toContain("press the button.");
  });

  it("that refuses a mail or hangs up over it is an error, and the next try carries the same Message-ID", async () => {
    const mailer = openMailer({ smtpUrl, from, example: false, db });
    heard.length = 0;
    for (mood of ["451 come back later", "550 nobody lives here", "hangs up"] as const) {
      await expect(mailer.send({ ...letter, key: "letter-7" })).rejects.toThrow();
    }
    mood = "takes";
    await mailer.send({ ...letter, key: "letter-7" });
    expect(heard.filter((line) => line.startsWith("Message-ID"))).toEqual(
      Array(2).fill("Message-ID: <portolan-letter-7@example.org>"),
    );
  });

  it("that is away is an error, not silence", async () => {
    const mailer = openMailer({ smtpUrl: "smtp://127.0.0.1:1", from, example: false, db });
    await expect(mailer.send(letter)).rejects.toThrow();
  });
});

describe.each([
  ["a mail server", { smtpUrl, from, example: false, db }],
  ["the example's mailbox", { smtpUrl: null, from: null, example: true, db }],
])("with %s", (_, settings) => {
  it.each([
    { to: "kofi@example.org\r\nBcc: everybody@example.org" },
    { to: "kofi@example.org, everybody@example.org" },
    { to: "kofi@example.org;everybody@example.org" },
    { to: "<kofi@example.org>" },
    { to: "Kofi <kofi@example.org>" },
    { to: "kofi" },
    { to: "" },
    { subject: "Hello\r\nBcc: everybody@example.org" },
    { subject: "Hello\nBcc: everybody@example.org" },
    { subject: "Hello\u2028Bcc: everybody@example.org" },
  ])("a mail that would write another header is refused and goes nowhere: %j", async (spoilt) => {
    const before = { heard: heard.length, mails: (await listMail(db)).length };
    await expect(openMailer(settings).send({ ...letter, ...spoilt })).rejects.toThrow("one line");
    expect({ heard: heard.length, mails: (await listMail(db)).length }).toEqual(before);
  });
});

it("in the example, mail lands in the mailbox even when a mail server is set", async () => {
  const before = heard.length;
  const mailer = openMailer({ smtpUrl, from, example: true, db });
  expect(mailer.kind).toBe("mailbox");
  await mailer.send(letter);
  const [newest] = await listMail(db);
  expect(newest).toMatchObject({ recipient: letter.to, subject: letter.subject, body: letter.text });
  expect(heard.length).toBe(before);
});

it.each([
  { smtpUrl: null, from },
  { smtpUrl, from: null },
])("without a mail server and a sender's address there is no mailer, and it says so: %j", async (settings) => {
  const mailer = openMailer({ ...settings, example: false, db });
  expect(mailer.kind).toBe("none");
  await expect(mailer.send(letter)).rejects.toThrow("no mail server is set");
});
