import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** When the server's side of a connection ends: after so many bytes without a word, or after so many messages with a last one. */
export type Cut = { afterBytes: number } | { afterMessages: number };

export interface CuttingProxy {
  /** For `openClient`, instead of the server's own. */
  socketDir: string;
  /** The next connection ends there; those after it are left alone. */
  cutNext(cut: Cut): void;
  close(): Promise<void>;
}

/** Stands between a client and PostgreSQL on a Unix socket, and cuts connections where it is told to. */
export async function openCuttingProxy(server: { socketDir: string; port: number }): Promise<CuttingProxy> {
  const socketDir = mkdtempSync(join(tmpdir(), "portolan-proxy-"));
  const file = `.s.PGSQL.${server.port}`;
  const sockets = new Set<Socket>();
  let next: Cut | undefined;

  const proxy = createServer((client) => {
    const upstream = connect(join(server.socketDir, file));
    const cut = next;
    next = undefined;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    if (cut) forwardUntil(cut, upstream, client);
    else upstream.pipe(client);
  });
  proxy.listen(join(socketDir, file));
  await once(proxy, "listening");

  return {
    socketDir,
    cutNext(cut) {
      next = cut;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, "close");
      rmSync(socketDir, { recursive: true, force: true });
    },
  };
}

/** What PostgreSQL says before it goes: an ErrorResponse with severity, SQLSTATE and message, as in the manual's section 54.7. */
function lastWord(): Buffer {
  const fields = Buffer.from("SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0");
  const head = Buffer.from("E\0\0\0\0");
  head.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

function forwardUntil(cut: Cut, upstream: Socket, client: Socket): void {
  let said = Buffer.alloc(0);
  let sent = 0;
  upstream.on("data", (part) => {
    said = Buffer.concat([said, part]);
    const end = "afterBytes" in cut ? cut.afterBytes : endOfMessage(said, cut.afterMessages);
    if (end > said.length) {
      client.write(said.subarray(sent));
      sent = said.length;
      return;
    }
    upstream.removeAllListeners("data");
    client.end(Buffer.concat([said.subarray(sent, end), ...("afterMessages" in cut ? [lastWord()] : [])]));
  });
}

/** Where the message with this number ends; infinity when it has not come yet. */
function endOfMessage(said: Buffer, number: number): number {
  let end = 0;
  for (let count = 0; count < number; count += 1) {
    if (end + 5 > said.length) return Number.POSITIVE_INFINITY;
    end += 1 + said.readUInt32BE(end + 1);
  }
  return end;
}
