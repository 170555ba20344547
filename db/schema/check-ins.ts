import { foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { checkInMoods } from "../../app/domain/sprint/words";
import { communityId, identity, instant, madeAt, oneOf, ref } from "./columns";
import { memberships } from "./memberships";
import { pairs } from "./pairs";

/** A ten-second note on a pair, by either side: how it goes, what blocks, when next. */
export const checkIns = pgTable(
  "check_ins",
  {
    id: identity(),
    communityId: communityId(),
    pairId: ref("pair_id").notNull(),
    authorId: ref("author_id").notNull(),
    mood: text("mood", { enum: checkInMoods }).notNull(),
    blocks: text("blocks").notNull().default(""),
    nextAt: instant("next_at"),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    oneOf("check_ins_mood", t.mood, checkInMoods),
    foreignKey({
      name: "check_ins_pair",
      columns: [t.communityId, t.pairId],
      foreignColumns: [pairs.communityId, pairs.id],
    }),
    foreignKey({
      name: "check_ins_author",
      columns: [t.communityId, t.authorId],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("check_ins_of_pair").on(t.communityId, t.pairId, t.createdAt),
  ],
);
