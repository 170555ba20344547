import type { Context, MiddlewareHandler } from "hono";

type Options = {
  /** The most bytes a body may have. */
  most: number;
  refuse: (c: Context) => Response;
};

/** How much is listened to of what is too much, so that its sender hears the answer: browsers that are hung up on show none. */
const patience = 16;

/**
 * Holds a request's body to `most` bytes, by what arrives rather than by what is announced. What is too much is read on
 * and thrown away, up to 16 times as much; whoever sends more is not waited for.
 */
export function bodyLimit({ most, refuse }: Options): MiddlewareHandler {
  return async (c, next) => {
    const { body, headers } = c.req.raw;
    if (!body) return next();
    const announced = headers.has("Transfer-Encoding") ? null : headers.get("Content-Length");
    // The server holds a body to the length it announces.
    if (announced !== null && Number(announced) <= most) return next();
    if (announced !== null && Number(announced) > most * patience) return refuse(c);

    const kept: Uint8Array[] = [];
    let size = 0;
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > most * patience) break;
      if (size > most) kept.length = 0;
      else kept.push(part.value);
    }
    if (size > most) return refuse(c);
    c.req.raw = new Request(c.req.raw, { body: Buffer.concat(kept) });
    return next();
  };
}
