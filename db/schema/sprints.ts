import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  unique,
} from "drizzle-orm/pg-core";
import { limits } from "../../app/domain/limits";
import type { PairingSettings } from "../../app/domain/pairing/settings";
import { communityId, identity, instant, madeAt } from "./columns";
import { communities } from "./communities";

/** An event with days, hours, a place (or online) and a time zone. */
export const sprints = pgTable(
  "sprints",
  {
    id: identity(),
    communityId: communityId(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    summary: text("summary").notNull().default(""),
    /** First and last day, and the hours of each day, in the sprint's own zone. */
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    endsOn: date("ends_on", { mode: "string" }).notNull(),
    dayStarts: time("day_starts").notNull(),
    dayEnds: time("day_ends").notNull(),
    timeZone: text("time_zone").notNull(),
    place: text("place").notNull().default(""),
    online: boolean("online").notNull().default(false),
    capacity: integer("capacity"),
    bring: text("bring").notNull().default(""),
    giving: text("giving").notNull().default(""),
    codeOfConduct: text("code_of_conduct").notNull().default(""),
    /** When registration was opened; null while it is being planned. */
    openedAt: instant("opened_at"),
    /** What a pair, and a task with a named mentor outside a pair, cost of a mentor's hours. */
    pairHours: smallint("pair_hours").notNull().default(limits.pairHours),
    taskHours: smallint("task_hours").notNull().default(limits.taskHours),
    /** What it has set about its pairing; null: what every sprint begins with. */
    pairing: jsonb("pairing").$type<PairingSettings>(),
    /** What mentors say yes to when they register. */
    mentorDuties: text("mentor_duties").notNull().default(""),
    /** Whether organizers read each registration before it has a place. */
    reviews: boolean("reviews").notNull().default(false),
    /** For how long a place is held for whoever is next on the waiting list. */
    offerHours: smallint("offer_hours").notNull().default(limits.offerHours),
    rev: integer("rev").notNull().default(1),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("sprints_slug").on(t.communityId, t.slug),
    check("sprints_days", sql`${t.endsOn} >= ${t.startsOn}`),
    check("sprints_hours", sql`${t.dayEnds} > ${t.dayStarts}`),
    check("sprints_costs", sql`${t.pairHours} >= 0 and ${t.taskHours} >= 0`),
    check("sprints_capacity", sql`${t.capacity} > 0`),
    check("sprints_offer_hours", sql`${t.offerHours} between 1 and ${sql.raw(String(limits.offerHoursMost))}`),
    foreignKey({ name: "sprints_community", columns: [t.communityId], foreignColumns: [communities.id] }),
  ],
);
