import type { ClientOptions } from "../../db/client.server";
import type { Sprint } from "../../db/queries/sprints.server";

/** What the thread that reads is given when it begins. */
export type ReaderOrder = { is: "reader"; database: Omit<ClientOptions, "onStatement"> };

/** Of which sprint something is asked. */
export type OfSprint = { community: { id: number; slug: string }; sprint: Sprint };

/** A question and its answer, by a number. `failed`: what went wrong, for the log. */
export type Question = { id: number; of: OfSprint; name: string; asked: unknown };
export type Reply = { id: number } & ({ answer: unknown } | { failed: string });
