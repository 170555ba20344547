import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";

/** One request as it goes over the wire: no header is added but Host, and the path is sent as it stands. */
export type Asked = {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Uint8Array;
  /** Parts of a body whose length is not announced. */
  chunks?: Iterable<string | Uint8Array>;
};

export type Answered = { status: number; headers: IncomingHttpHeaders; text: string; bytes: Buffer };

/** Fields of a form, in order. */
export type Fields = Record<string, string> | [name: string, value: string][];

const agent = new Agent({ keepAlive: true, maxSockets: 400 });

/** Asks a server on this machine. Resolves with whatever it answers; rejects only when it says nothing at all. */
export function ask(port: number, path: string, asked: Asked = {}): Promise<Answered> {
  const { method = "GET", headers = {}, body, chunks } = asked;
  return new Promise((resolve, reject) => {
    let answered = false;
    const outgoing = request({ agent, host: "127.0.0.1", port, path, method, headers }, (incoming) => {
      answered = true;
      const parts: Buffer[] = [];
      incoming.on("data", (part: Buffer) => parts.push(part));
      incoming.once("error", reject);
      incoming.once("end", () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes, text: bytes.toString("utf8") });
      });
    });
    // A server that has answered may hang up on the rest of a body.
    outgoing.on("error", (error) => answered || reject(error));
    if (chunks) for (const chunk of chunks) outgoing.write(chunk);
    outgoing.end(body);
  });
}

/** A browser without scripts: keeps cookies, and says of its forms that they come from the site itself. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly port: number,
    /** What the address bar shows before the path. */
    readonly origin = `http://localhost:${port}`,
  ) {}

  get(path: string, headers: OutgoingHttpHeaders = {}): Promise<Answered> {
    return this.ask(path, { headers });
  }

  /** Sends a form of this site, as `<form method="post">` does. */
  post(path: string, fields: Fields = {}, headers: OutgoingHttpHeaders = {}): Promise<Answered> {
    const body = new URLSearchParams(fields).toString();
    const ours = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" };
    return this.ask(path, { method: "POST", headers: { ...ours, ...headers }, body });
  }

  async ask(path: string, asked: Asked): Promise<Answered> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { Host: new URL(this.origin).host, ...(cookie ? { Cookie: cookie } : {}), ...asked.headers };
    const answered = await ask(this.port, path, { ...asked, headers });
    for (const line of answered.headers["set-cookie"] ?? []) this.keep(line);
    return answered;
  }

  /** Keeps (or forgets) a cookie, from its `Set-Cookie` line. */
  keep(line: string): void {
    const [pair = "", ...attributes] = line.split("; ");
    const name = pair.slice(0, pair.indexOf("="));
    if (attributes.includes("Max-Age=0")) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(name.length + 1));
  }
}
