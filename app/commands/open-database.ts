import { resolve } from "node:path";
import { type Client, type ClientOptions, openClient } from "../../db/client.server";
import { openEmbedded } from "../../db/embedded.server";
import { EmbeddedRefusal } from "../../db/embedded-refusal.server";
import { entryRefusal } from "../../db/entry-refusal.server";
import { migrate } from "../../db/migrate.server";
import { findProjectRoot } from "../../db/project-root.server";

/** The command cannot go on; the message is one sentence for the person at the terminal. */
export class CommandRefusal extends Error {}

export type Where = {
  /** Reads DATABASE_URL and DATA_DIR, as the app does. */
  env: Record<string, string | undefined>;
  /** Is told, in sentences, what takes a while. */
  onStep?: (sentence: string) => void;
};

/**
 * Opens this installation's database, its migrations done: that of DATABASE_URL, or the embedded one of DATA_DIR, joining it
 * when the app runs and starting it for the while otherwise. `applicationName` is how the server lists the connections.
 * Refuses with {@link CommandRefusal}.
 */
export async function openDatabase(
  { env, onStep }: Where,
  applicationName: string,
): Promise<{ client: Client; close(): Promise<void> }> {
  const url = env.DATABASE_URL?.trim();
  if (url && !/^postgres(ql)?:\/\/./.test(url)) {
    throw new CommandRefusal(
      "DATABASE_URL has to be the address of a PostgreSQL, such as postgres://localhost/portolan.",
    );
  }
  const dataDir = resolve(findProjectRoot(), env.DATA_DIR?.trim() || ".data");
  let embedded: Awaited<ReturnType<typeof openEmbedded>> | null = null;
  try {
    embedded = url ? null : await openEmbedded({ dataDir, onStep });
    const address: ClientOptions = { url: url || embedded?.url, max: 2, applicationName };
    await migrate(address);
    const client = openClient(address);
    return {
      client,
      close: async () => {
        await client.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    if (error instanceof EmbeddedRefusal) throw new CommandRefusal(error.message);
    const refusal = entryRefusal(error);
    throw refusal ? new CommandRefusal(refusal.message) : error;
  }
}
