import type { Database } from "../db/client.server";
import type { Denied, Doer } from "../db/queries/change.server";
import type { Session } from "./auth/session.server";
import type { Mailer } from "./bridges/mail.server";
import type { CrowdReader } from "./jobs/crowd-reader.server";
import type { PairingRuns } from "./jobs/pairing-runs.server";
import type { Publisher } from "./jobs/publisher.server";

declare module "@remix-run/server-runtime" {
  /** Loaders and actions keep their types across the wire: a Date arrives as a Date. */
  interface Future {
    v3_singleFetch: true;
  }

  /** What the front door hands every loader and action: made anew for each request. */
  interface AppLoadContext {
    db: Database;
    /** In every answer and log line. */
    requestId: string;
    /** For the scripts of this answer; the content security policy knows it. */
    nonce: string;
    /** Where links in mails and feeds begin: `https://portolan.example.org`, no slash at the end. */
    origin: string;
    /** The address of the visitor; a forwarded one only when the proxy in front is trusted. */
    address: string;
    /** Whether this is the example that anybody may walk around in. */
    example: boolean;
    mailer: Mailer;
    session: Session;
    /** The pairings of crowds that go on beside this server; null where everybody is paired within the request. */
    pairingRuns: PairingRuns | null;
    /** Answers what is asked of a crowd; null where that is read within the request. */
    crowdReader: CrowdReader | null;
    /** Publishes the drafts of crowds; null: within the request. */
    publisher: Publisher | null;
    /** On whose behalf this request writes. */
    doer(): Promise<Doer>;
    /** Puts a refused right on the audit trail, under the viewer's name. */
    refused(denied: Denied): Promise<void>;
    /** Writes a bug into the log, under this request. */
    failed(error: unknown): void;
    /** Set when a loader or action found the database away: the answer is then 503. */
    databaseAway: boolean;
    dev: boolean;
  }
}
