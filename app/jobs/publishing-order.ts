import type { ClientOptions } from "../../db/client.server";
import type { Doer } from "../../db/queries/change.server";
import type { Published } from "../../db/queries/publishing.server";
import type { StoredLetters } from "../domain/letters";

/** What a thread is given that publishes the draft of a crowd. */
export type PublishingOrder = {
  is: "publishing";
  database: Omit<ClientOptions, "onStatement">;
  doer: Doer;
  at: { communityId: number; sprintId: number };
  /** The revision of the draft that the organizer saw. */
  seen: number;
  /** Of what the letters tell, and where their links begin. */
  community: { slug: string };
  sprint: { name: string };
  origin: string;
  /** Whether this server sends mail: letters are stored then. */
  sends: boolean;
};

/** What became of it, as `Published`: how many pairs there are now, and the letters to them that are stored. */
export type PublishedBeside =
  | { is: "done"; pairs: number; letters: StoredLetters }
  | Exclude<Published, { is: "done" }>;
