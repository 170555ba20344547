import { beforeAll, describe, expect, it } from "vitest";
import { openApp } from "../support/app";
import { makeCast } from "../support/cast";
import { askAnother } from "../support/champions";
import { testDatabase } from "../support/database";
import type { Answered, Browser } from "../support/http";
import { keepStage } from "../support/kept-stage";
import { type PairedCast, withPairs } from "../support/pairs";
import { prepareTask } from "../support/preparations";
import { type Address, addressesOf, type WalkedCast } from "./addresses";
import { fingerprint, refusals } from "./fingerprint";
import { type Answer, type Door, frontDoorPolicy, type Kind, kinds, missingIn, policy } from "./policy";

const { db, sql, address } = await testDatabase();
const app = await openApp(address, { max: 4 });
const routes = Object.values(app.build.routes).flatMap((route) => (route && route.id !== "root" ? [route] : []));

let cast: WalkedCast;
let visitors: Record<Kind, Browser>;
let bringBackTheStage: () => Promise<void>;

async function setTheStage() {
  cast = await withOffers(await withPairs(db, await makeCast(db)));
  visitors = {
    "signed out": app.visitor(),
    stranger: await app.signedIn(cast.kofi),
    member: await app.signedIn(cast.zoe),
    organizer: await app.signedIn(cast.mireia),
    "foreign organizer": await app.signedIn(cast.omar),
  };
  bringBackTheStage = await keepStage(sql);
}

/** Zoë is asked to carry Django's theme, and prepares a task of it; so does Priya at Wagtail. */
async function withOffers(paired: PairedCast): Promise<WalkedCast> {
  const { mireia, omar, zoe, priya } = paired;
  return {
    ...paired,
    django: {
      ...paired.django,
      offer: await askAnother(db, paired.django, mireia, zoe),
      preparation: await prepareTask(db, paired.django, zoe),
      member: zoe.id,
    },
    wagtail: {
      ...paired.wagtail,
      offer: await askAnother(db, paired.wagtail, omar, priya),
      preparation: await prepareTask(db, paired.wagtail, priya),
      member: omar.id,
    },
  };
}

beforeAll(setTheStage);

type Method = "GET" | "HEAD" | "POST" | "PUT";
type Step = { address: Address; kind: Kind; method: Method; answered: Answered; statements: number };

/** One request of one visitor; what it sets no longer counts, so that the next comes as the same visitor. */
async function step(address: Address, kind: Kind, method: Method): Promise<Step> {
  const visitor = visitors[kind];
  const before = new Map(visitor.cookies);
  const sent = app.statements.length;
  const answered =
    method === "POST"
      ? await visitor.post(address.path)
      : await visitor.ask(address.path, { method, headers: { "Sec-Fetch-Site": "same-origin" } });
  visitor.cookies.clear();
  for (const [name, value] of before) visitor.cookies.set(name, value);
  return { address, kind, method, answered, statements: app.statements.length - sent };
}

const told = ({ kind, method, address }: Step) => `${kind}: ${method} ${address.path.slice(0, 120)} (${address.is})`;

const answerOf = ({ answered: { status, headers } }: Step): Answer =>
  status === 303 && /^\/sign-in\?/.test(headers.location ?? "") ? "sign in" : status;

/** What the policy says of a step. */
function expected(door: Door, { address, kind, method }: Pick<Step, "address" | "kind" | "method">): Answer {
  if (address.is === "unreadable") return 400;
  if (method === "PUT") return 405;
  const way = method === "POST" ? "post" : "get";
  const missing = missingIn(door)[way][kind];
  if (address.is === "own") return door[way][kind];
  if (address.is === "no community") return missing === 405 ? 405 : 404;
  return address.is === "deleted" && missing === 404 ? 410 : missing;
}

/** A refusal is a page that names the request and has a way on; nothing is ever our fault. */
function expectDecent(taken: Step) {
  const { status, text, headers } = taken.answered;
  expect(status, told(taken)).toBeLessThan(500);
  if (status < 400 || taken.method === "HEAD") return;
  expect(text, told(taken)).toContain(headers["x-request-id"]);
  expect(text, told(taken)).toMatch(/<main[\s\S]*(<a [^>]*href="\/|<form)/);
}

const headers = ({ answered: { headers } }: Step) => ({
  ...headers,
  date: "",
  "x-request-id": "",
  "content-security-policy": "",
});
const body = ({ answered, address }: Step) =>
  answered.text
    .replaceAll(String(answered.headers["x-request-id"]), "REQUEST")
    .replaceAll(address.part, "PART")
    .replaceAll(/nonce="[^"]+"/g, "");

/** What belongs to another community cannot be told from what never was: same status, same page, same queries. */
function expectTheSame(foreign: Step, missing: Step) {
  expect(foreign.answered.status, told(foreign)).toBe(missing.answered.status);
  expect(body(foreign), told(foreign)).toBe(body(missing));
  expect(foreign.statements, told(foreign)).toBe(missing.statements);
  expect(Object.keys(headers(foreign)), told(foreign)).toEqual(Object.keys(headers(missing)));
}

const few: readonly Kind[] = ["signed out", "organizer"];

type Try = { address: Address; who: readonly Kind[] };

/**
 * Who tries which addresses of the route at this place of the list. What is nothing but misspelled is the same to all, so
 * some stand for the others. `npm run test:long` sends everybody everywhere; otherwise the routes take turns: everybody at
 * what is there, and at what is not two of the five and two of the misspellings, so that each is seen at some routes.
 */
function triesAt(turn: number, addresses: readonly Address[], some: readonly Kind[]): Try[] {
  const isWhole = process.env.WALK === "whole";
  const share = <One>(all: readonly One[], many: number): readonly One[] =>
    isWhole ? all : all.filter((_, place) => (place + turn) % all.length < many);
  const names = new Set(addresses.map(({ name }) => name));
  const misspelled = [...names].flatMap((name) =>
    share(
      addresses.filter((address) => address.is === "malformed" && address.name === name),
      2,
    ),
  );
  return addresses
    .filter((address) => address.is !== "malformed" || misspelled.includes(address))
    .map((address) => {
      if (address.is === "unreadable") return { address, who: ["signed out"] };
      if (address.is === "malformed" || address.is === "no community") return { address, who: share(some, 1) };
      return { address, who: address.is === "own" ? kinds : share(kinds, 2) };
    });
}

const isRefused = (answer: Answer) => answer === "sign in" || answer >= 400;

it("every route says in the policy who may do what", () => {
  const known = Object.keys(policy);
  const missing = routes.map(({ id }) => id).filter((id) => !known.includes(id));
  expect(missing, `say in tests/walk/policy.ts who may read and send to ${missing.join(", ")}`).toEqual([]);
  const gone = known.filter((id) => !routes.some((route) => route.id === id));
  expect(gone, `take out of tests/walk/policy.ts what is no route any more: ${gone.join(", ")}`).toEqual([]);
});

it("every address the front door answers itself is in the policy", () => {
  const own = new Set(app.doors.routes.map(({ path }) => path).filter((path) => path !== "/*" && path !== "*"));
  expect([...own].sort(), "say in tests/walk/policy.ts what the front door answers").toEqual(
    Object.keys(frontDoorPolicy).sort(),
  );
});

describe.each(Object.entries(frontDoorPolicy))("%s", (_, door) => {
  it("is answered as the policy says", async () => {
    const before = await fingerprint(sql);
    const address: Address = { path: door.example, is: "own", part: "", name: "" };
    for (const kind of kinds) {
      for (const [method, status] of [
        ["GET", door.get],
        ["HEAD", door.get],
        ["POST", door.post],
        ["PUT", 405],
      ] as const) {
        const taken = await step(address, kind, method);
        expect(taken.answered.status, told(taken)).toBe(status);
      }
    }
    expect(await fingerprint(sql)).toBe(before);
  });
});

describe.each(routes.map((route, turn) => [route.id, route, turn] as const))("%s", (id, route, turn) => {
  const door = policy[id];
  const path = route.path ?? "";
  const open = async (): Promise<Address[]> =>
    addressesOf(path, cast, (await door?.token?.(db, cast)) ?? (path.includes(":token") ? "unknown" : null));

  it.runIf(door)("is read as the policy says, and reading changes nothing", async () => {
    if (!door) return;
    const tries = triesAt(turn, await open(), few);
    const before = await fingerprint(sql);
    const steps: Step[] = [];
    for (const { address, who } of tries) {
      for (const kind of who) {
        steps.push(await step(address, kind, "GET"));
        if (address.is === "own" || address.is === "missing") steps.push(await step(address, kind, "HEAD"));
        if (address.is === "own") steps.push(await step(address, kind, "PUT"));
      }
    }
    await expectPolicy(door, steps);
    expect(await fingerprint(sql)).toBe(before);
  });

  it.runIf(door)("refuses whom the policy refuses, and that changes nothing", async () => {
    if (!door) return;
    const tries = triesAt(turn, await open(), ["organizer"]);
    const before = await fingerprint(sql);
    const steps: Step[] = [];
    for (const { address, who } of tries) {
      for (const kind of who) {
        const status = expected(door, { address, kind, method: "POST" });
        if (isRefused(status)) steps.push(await step(address, kind, "POST"));
      }
    }
    await expectPolicy(door, steps);
    expect(await fingerprint(sql)).toBe(before);
  });

  it.runIf(door)("takes a form from whom the policy lets in", async () => {
    if (!door) return;
    for (const kind of kinds) {
      if (isRefused(door.post[kind])) continue;
      const [own] = await open();
      if (!own) continue;
      const taken = await step(own, kind, "POST");
      expect(answerOf(taken), told(taken)).toBe(door.post[kind]);
      await bringBackTheStage();
    }
  });

  it.runIf(door)("is as discreet towards scripts that ask for its data alone", async () => {
    const addresses = (await open()).filter(({ is }) => ["own", "foreign", "missing", "unreadable"].includes(is));
    const before = await fingerprint(sql);
    for (const kind of few) {
      const steps: Step[] = [];
      for (const address of addresses) {
        const data = address.path === "/" ? "/_root.data" : `${address.path}.data`;
        steps.push(await step({ ...address, path: data }, kind, "GET"));
      }
      for (const taken of steps) expect(taken.answered.status, told(taken)).toBeLessThan(500);
      expectForeignIsMissing(steps);
    }
    expect(await fingerprint(sql)).toBe(before);
  });
});

/** A foreign and a missing value in the same place of the path, for the same visitor. */
function expectForeignIsMissing(steps: readonly Step[]) {
  for (const foreign of steps.filter(({ address }) => address.is === "foreign")) {
    const name = foreign.address.path.split("/").findIndex((part) => part.startsWith(foreign.address.part));
    const missing = steps.find(
      (other) =>
        other.address.is === "missing" &&
        other.kind === foreign.kind &&
        other.method === foreign.method &&
        other.address.path.split("/").findIndex((part) => part.startsWith(other.address.part)) === name,
    );
    if (!missing) throw new Error(`nothing to compare with: ${told(foreign)}`);
    expectTheSame(foreign, missing);
  }
}

async function expectPolicy(door: Door, steps: readonly Step[]) {
  const onRecord = await refusals(sql);
  for (const taken of steps) {
    expectDecent(taken);
    expect(answerOf(taken), told(taken)).toBe(expected(door, taken));
    const denied = onRecord.get(String(taken.answered.headers["x-request-id"])) ?? 0;
    // A right that was refused is on record, once; what is missing or misspelled is nobody's deed.
    expect(denied, told(taken)).toBe([403, 409].includes(taken.answered.status) ? 1 : 0);
  }
  expectForeignIsMissing(steps);
}
