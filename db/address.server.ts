/**
 * Takes apart a `postgres://` address that may name a Unix socket as libpq does, with `?host=/run/postgresql&port=5432`. The
 * driver would hand both on to PostgreSQL as settings, which refuses them, so they come out of the address.
 */
export function readAddress(address: string): { url: string; host?: string; port?: number } {
  const url = new URL(address);
  const host = url.searchParams.get("host");
  const port = url.searchParams.get("port");
  url.searchParams.delete("host");
  url.searchParams.delete("port");
  return { url: url.href, ...(host ? { host } : {}), ...(port ? { port: Number(port) } : {}) };
}
