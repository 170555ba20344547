import { expect, it, onTestFinished } from "vitest";
import { type Client, isUnavailable, openClient } from "../../db/client.server";
import { testDatabase } from "../support/database";
import { type Cut, openCuttingProxy } from "./cutting-proxy";

const { address } = await testDatabase();
const { socketDir = "", port = 0 } = address;

/** Greeting, settings and the answers to a first transaction are some 600 bytes in 30 messages. */
const cuts: Cut[] = [
  ...Array.from({ length: 90 }, (_, step) => ({ afterBytes: step * 7 })),
  ...Array.from({ length: 30 }, (_, count) => ({ afterMessages: count })),
];

const works: Record<string, (client: Client) => Promise<unknown>> = {
  statement: ({ sql }) => sql`select 1`,
  transaction: ({ db }) => db.transaction((tx) => tx.execute("select 1")),
};

it.each(Object.entries(works))(
  "wherever a connection is cut, only the %s on it rejects, and the next gets a sound one",
  async (_, work) => {
    const proxy = await openCuttingProxy({ socketDir, port });
    onTestFinished(() => proxy.close());
    let refused = 0;
    for (const cut of cuts) {
      const client = openClient({ ...address, socketDir: proxy.socketDir, max: 1 });
      proxy.cutNext(cut);
      const answers = await Promise.allSettled([1, 2, 3].map(() => work(client)));
      const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
      expect(refusals.filter((reason) => !isUnavailable(reason))).toEqual([]);
      // One connection was cut, and it is lent to one at a time.
      expect(refusals.length, JSON.stringify(cut)).toBeLessThanOrEqual(1);
      refused += refusals.length;
      await client.close();
    }
    expect(refused).toBeGreaterThan(cuts.length / 2);
  },
);
