import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { type EmbeddedDatabase, openEmbedded } from "../../db/embedded.server";
import { migrate } from "../../db/migrate.server";
import { TEMPLATE, TEST_NOW } from "./test-clock";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the tests' PostgreSQL listens, and as whom to enter. */
    cluster: Pick<EmbeddedDatabase, "socketDir" | "port" | "user">;
  }
}

/** One PostgreSQL for the whole run, with the database that every test file gets a clone of. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "portolan-tests-"));
  chmodSync(dataDir, 0o755);
  const cleaner = watchOver(dataDir);
  const cluster = await openEmbedded({ dataDir, fast: true });
  const { socketDir, port, user } = cluster;
  await makeTemplate({ socketDir, port, user });
  project.provide("cluster", { socketDir, port, user });

  return async () => {
    await cluster.stop();
    cleaner.stdin.end();
    await once(cleaner, "exit");
  };
}

/**
 * Waits in a process of its own for this one to end, in whatever way, kill -9 included; then ends PostgreSQL and removes
 * the data. It knows by its standard input, which closes with us.
 */
function watchOver(dataDir: string) {
  const script = `
    cat > /dev/null
    cluster=$(cd -P "$1/postgres" 2> /dev/null && pwd -P)
    pid=$(head -n 1 "$cluster/postmaster.pid" 2> /dev/null) && kill -QUIT "$pid" && while kill -0 "$pid"; do sleep 0.1; done
    rm -rf "\${cluster:+$(dirname "$cluster")}" "$1"`;
  return spawn("/bin/sh", ["-c", script, "sh", dataDir], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
}

/** The project's schema, with a clock that a test sets and every connection of its database then reads. */
async function makeTemplate(cluster: Pick<EmbeddedDatabase, "socketDir" | "port" | "user">): Promise<void> {
  const { socketDir: host, port, user } = cluster;
  const server = postgres({ host, port, user, database: "postgres", max: 1 });
  await server`create database ${server(TEMPLATE)}`;
  await migrate({ ...cluster, database: TEMPLATE });

  const template = postgres({ host, port, user, database: TEMPLATE, max: 1 });
  await template.unsafe(`
    create table test_clock (at timestamptz not null);
    create unique index only_one_clock on test_clock ((true));
    insert into test_clock values ('${TEST_NOW}');
    create or replace function app_now() returns timestamptz language sql stable as 'select at from public.test_clock';
  `);
  await template.end();
  await server`alter database ${server(TEMPLATE)} with is_template true allow_connections false`;
  await server.end();
}
