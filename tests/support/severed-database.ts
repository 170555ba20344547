import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/**
 * A way to a test's PostgreSQL that can be severed, as when the database goes away, and mended. `stall` keeps it
 * open and lets nothing through.
 */
export async function severable(server: { socketDir?: string; port?: number }) {
  const socketDir = mkdtempSync(join(tmpdir(), "portolan-way-"));
  const file = `.s.PGSQL.${server.port}`;
  const sockets = new Set<Socket>();
  let stalled = false;

  const way = createServer((client) => {
    const upstream = connect(join(server.socketDir ?? "", file));
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on("data", (part) => stalled || other.write(part));
    }
  });
  const mend = async () => {
    stalled = false;
    way.listen(join(socketDir, file));
    await once(way, "listening");
  };
  const sever = async () => {
    const closed = once(way, "close");
    way.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await mend();
  afterAll(async () => {
    if (way.listening) await sever();
    rmSync(socketDir, { recursive: true, force: true });
  });
  return {
    socketDir,
    sever,
    mend,
    stall: () => {
      stalled = true;
    },
  };
}
