import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { identity, madeAt, ref } from "./columns";

/**
 * What happened, who did it, and what it changed. Written by a trigger in the transaction of each change, and by
 * `auditDenied` for each refused right. People are named by id alone and private columns are left out, so a deleted
 * person stays deleted; nothing here can be updated or deleted.
 */
export const auditRows = pgTable(
  "audit_rows",
  {
    id: identity(),
    communityId: ref("community_id"),
    actorId: ref("actor_id"),
    /** A verb and its noun: "claim task". */
    action: text("action").notNull(),
    /** The table, and the row's key in it. */
    object: text("object").notNull(),
    objectKey: text("object_key"),
    outcome: text("outcome", { enum: ["ok", "denied"] }).notNull(),
    /** The row's revision after the change, where it has one. */
    rev: ref("rev"),
    /** An insert has only `after`, a delete only `before`; an update has the changed columns in both. */
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    /** Why a right was refused. */
    because: text("because"),
    requestId: text("request_id"),
    at: madeAt("at"),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    index("audit_rows_of_community").on(t.communityId, t.id),
    index("audit_rows_of_object").on(t.object, t.objectKey),
  ],
);
