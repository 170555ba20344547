import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { limits } from "../../app/domain/limits";
import { sprintRoles } from "../../app/domain/people/roles";
import { waitingReasons } from "../../app/domain/people/waiting";
import { attendances } from "../../app/domain/sprint/words";
import { communityId, identity, instant, madeAt, oneOf, ref } from "./columns";
import { memberships } from "./memberships";
import { sprints } from "./sprints";
import { themes } from "./themes";

/** A person's part in a sprint. Hours, languages and wishes are private to the organizers and the pair. */
export const registrations = pgTable(
  "registrations",
  {
    id: identity(),
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    personId: ref("person_id").notNull(),
    role: text("role", { enum: sprintRoles }).notNull(),
    days: date("days", { mode: "string" }).array().notNull(),
    attendance: text("attendance", { enum: attendances }).notNull(),
    /** IANA zone of `weeklyHours`. */
    timeZone: text("time_zone").notNull(),
    /** Minutes from Monday 00:00 in `timeZone`, half open, in order, not touching. */
    weeklyHours: jsonb("weekly_hours").$type<[from: number, until: number][]>().notNull(),
    languages: text("languages").array().notNull(),
    /** Those of `languages` they only get by in. */
    getsByIn: text("gets_by_in").array().notNull().default([]),
    skills: text("skills").array().notNull(),
    wantsToLearn: text("wants_to_learn").array().notNull(),
    firstTime: boolean("first_time").notNull().default(false),
    /** A mentor's places for newcomers, and the hours they give; null for a newcomer. */
    seats: smallint("seats"),
    mentorHours: smallint("mentor_hours"),
    /** When a mentor said that they do what the sprint asks of mentors. */
    dutiesAcceptedAt: instant("duties_accepted_at"),
    /** Since when a mentor takes nobody new; null while they do. */
    pausedAt: instant("paused_at"),
    /** What else they wish for, in their own words. */
    wish: text("wish").notNull().default(""),
    createdAt: madeAt(),
    withdrawnAt: instant("withdrawn_at"),
    /** Since when they wait for a place, and what that hangs on; null for whoever has one. The waiting list is ordered by it. */
    waitingSince: instant("waiting_since"),
    waitingFor: text("waiting_for", { enum: waitingReasons }),
    rev: smallint("rev").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("registrations_one_a_person").on(t.communityId, t.sprintId, t.personId),
    unique("registrations_in_sprint").on(t.communityId, t.sprintId, t.id),
    oneOf("registrations_role", t.role, sprintRoles),
    oneOf("registrations_attendance", t.attendance, attendances),
    oneOf("registrations_waiting_for", t.waitingFor, waitingReasons),
    check("registrations_waiting", sql`(${t.waitingSince} is null) = (${t.waitingFor} is null)`),
    check("registrations_mentors_pause", sql`${t.pausedAt} is null or ${t.role} = 'mentor'`),
    check("registrations_seats", sql`${t.seats} between 1 and ${sql.raw(String(limits.seatsMost))}`),
    check("registrations_mentor", sql`(${t.role} = 'mentor') = (${t.seats} is not null)`),
    foreignKey({
      name: "registrations_sprint",
      columns: [t.communityId, t.sprintId],
      foreignColumns: [sprints.communityId, sprints.id],
    }),
    foreignKey({
      name: "registrations_person",
      columns: [t.communityId, t.personId],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("registrations_of_person").on(t.communityId, t.personId),
  ],
);

/** The themes somebody would like to work on, first choice first. */
export const wishedThemes = pgTable(
  "wished_themes",
  {
    communityId: communityId(),
    registrationId: ref("registration_id").notNull(),
    themeId: ref("theme_id").notNull(),
    rank: smallint("rank").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.registrationId, t.themeId] }),
    unique("wished_themes_rank").on(t.communityId, t.registrationId, t.rank),
    foreignKey({
      name: "wished_themes_registration",
      columns: [t.communityId, t.registrationId],
      foreignColumns: [registrations.communityId, registrations.id],
    }),
    foreignKey({
      name: "wished_themes_theme",
      columns: [t.communityId, t.themeId],
      foreignColumns: [themes.communityId, themes.id],
    }),
    index("wished_themes_of_theme").on(t.communityId, t.themeId),
  ],
);

/** Whom somebody would rather not be paired with. Known to that person and the engine alone. */
export const keptApart = pgTable(
  "kept_apart",
  {
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    registrationId: ref("registration_id").notNull(),
    otherId: ref("other_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.registrationId, t.otherId] }),
    check("kept_apart_two_people", sql`${t.registrationId} <> ${t.otherId}`),
    foreignKey({
      name: "kept_apart_registration",
      columns: [t.communityId, t.sprintId, t.registrationId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
    foreignKey({
      name: "kept_apart_other",
      columns: [t.communityId, t.sprintId, t.otherId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
  ],
);

/** Whom somebody would like to work with. Known to that person, the organizers and the engine. */
export const wishedPeople = pgTable(
  "wished_people",
  {
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    registrationId: ref("registration_id").notNull(),
    otherId: ref("other_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.registrationId, t.otherId] }),
    check("wished_people_two", sql`${t.registrationId} <> ${t.otherId}`),
    foreignKey({
      name: "wished_people_registration",
      columns: [t.communityId, t.sprintId, t.registrationId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
    foreignKey({
      name: "wished_people_other",
      columns: [t.communityId, t.sprintId, t.otherId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
  ],
);
