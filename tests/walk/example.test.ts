import { expect, it } from "vitest";
import { openApp } from "../support/app";
import { makeCast } from "../support/cast";
import { testDatabase } from "../support/database";
import { fingerprint } from "./fingerprint";

const { db, sql, address } = await testDatabase();
const cast = await makeCast(db);
const example = await openApp(address, { example: true });
const real = await openApp(address);

/** The doors of the example: what reading and sending an empty form gets there. */
const doors: [path: string, get: number, post: number][] = [
  ["/mailbox", 200, 405],
  ["/example/visitor", 405, 422],
  // What is here was not made as an example, so it is nobody's to clear.
  ["/example/clearing", 405, 409],
];

it.each(doors)("%s is a door of the example, and of nothing else", async (path, get, post) => {
  const inExample = [example.visitor(), await example.signedIn(cast.kofi)];
  const elsewhere = [real.visitor(), await real.signedIn(cast.mireia)];
  const before = await fingerprint(sql);
  for (const visitor of inExample) {
    expect([(await visitor.get(path)).status, (await visitor.post(path)).status]).toEqual([get, post]);
  }
  for (const visitor of elsewhere) {
    const nowhere = await visitor.get("/nowhere/at/all");
    const shut = await visitor.get(path);
    expect(shut.status).toBe(404);
    const plain = (text: string, id: unknown) =>
      text.replaceAll(String(id), "").replaceAll(encodeURIComponent(path), "").replaceAll("%2Fnowhere%2Fat%2Fall", "");
    expect(plain(shut.text, shut.headers["x-request-id"])).toBe(plain(nowhere.text, nowhere.headers["x-request-id"]));
    expect((await visitor.post(path, { as: "organizer" })).status).toBeGreaterThanOrEqual(404);
  }
  expect(await fingerprint(sql)).toBe(before);
});

it("in the example anybody looks around as somebody of the cast, and their mail lands in the mailbox", async () => {
  const passer = example.visitor();
  await passer.post("/example/visitor", { as: "organizer" }, { Referer: `http://localhost:${example.port}/django` });
  expect((await passer.get("/django/themes/new")).status).toBe(200);
  await example.visitor().post("/sign-in", { email: "kofi@example.org" });
  const mailbox = await example.visitor().get("/mailbox");
  expect(mailbox.text).toMatch(/href="http:\/\/localhost:\d+\/sign-in\/[\w-]{43}"/);
  expect((await real.visitor().get("/")).text).not.toContain("example");
});
