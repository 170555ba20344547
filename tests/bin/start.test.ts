import { execFile } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeProblem } from "../../bin/node-version.mjs";
import { root } from "../../bin/project.mjs";

/** `npm start` as a person would run it, up to where it gives up. */
function start(env: Record<string, string>, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const own = { PATH: process.env.PATH, HOME: process.env.HOME, ...env } as unknown as NodeJS.ProcessEnv;
    execFile(process.execPath, [join(root, "bin/start.mjs"), ...args], { env: own }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

const hasIPv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === "::1"),
);

const listeners: [host: string, command: string][] = [
  ["127.0.0.1", "npm start"],
  ["0.0.0.0", "npm run dev"],
];
if (hasIPv6) listeners.push(["::1", "npm start"]);

it.each(listeners)("a port that something at %s uses is named, with another to take for %s", async (host, command) => {
  const other = createServer().listen(0, host);
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const refused = await start({ PORT: String(port) }, ...(command === "npm start" ? [] : ["--dev"]));
  other.close();
  expect(refused).toEqual({
    code: 1,
    out: "",
    err: `Port ${port} is already in use: stop what runs there, or choose another port with PORT=${port + 1} ${command}\n`,
  });
});

it("an address that is not this machine's is named", async () => {
  const { code, err } = await start({ PORT: "0", BIND_ADDRESS: "192.0.2.1" });
  expect(err).toBe(
    "BIND_ADDRESS is 192.0.2.1, which is not an address of this machine: leave it out, or set it to 127.0.0.1.\n",
  );
  expect(code).toBe(1);
});

// A start builds first what nobody has built yet.
it("a database that does not answer ends the start with one sentence", { timeout: 120_000 }, async () => {
  const { code, err } = await start({ PORT: "0", DATABASE_URL: "postgres://portolan:secret@127.0.0.1:1/portolan" });
  expect(err).toMatch(/^The database does not let us in \(connect ECONNREFUSED 127\.0\.0\.1:1\)\. .+\n$/);
  expect(err).not.toContain("secret");
  expect(code).toBe(1);
});

it("a setting that cannot be used ends the start with its sentence and nothing else", async () => {
  const { code, out, err } = await start({ PORT: "many" });
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^PORT is "many", .+\n$/);
});

it.each(["20.18.3", "18.20.4", "14.0.0"])("Node %s is too old, and is told what to install", (version) => {
  expect(nodeProblem(version)).toBe(
    `Portolan needs Node 20.19 or newer, and this is ${version}: install a newer one from https://nodejs.org and start again.`,
  );
});

it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("Node %s will do", (version) => {
  expect(nodeProblem(version)).toBeNull();
});
