import { hashOf, newToken } from "../../app/auth/token.server";
import type { Database } from "../../db/client.server";
import { change } from "../../db/queries/change.server";
import { makeSetupLink } from "../../db/queries/setup-links.server";
import { addSignInLink } from "../../db/queries/sign-in-links.server";
import { type Cast, stage } from "../support/cast";

/**
 * Who gets what at every address of the app: one entry for each route, and one for each address the front door answers
 * itself. A new route belongs here before it is served to anybody; the walk fails until it is.
 */

/** The kinds of visitor. The last organizes another community, and is nobody special in the one that is visited. */
export const kinds = ["signed out", "stranger", "member", "organizer", "foreign organizer"] as const;
export type Kind = (typeof kinds)[number];

/** The status each kind of visitor gets; "sign in" is the way to the sign-in page, which comes back. */
export type Answer = number | "sign in";
export type Answers = Record<Kind, Answer>;

export type Door = {
  /** Reading it, as GET or HEAD. */
  get: Answers;
  /** Sending it a form with nothing in it. */
  post: Answers;
  /**
   * The same where the address names something that is not there: never was, is another community's, is no address at
   * all. Everybody gets 404 unless said otherwise. (A community that is not there is always 404, or 405.)
   */
  missing?: { get?: Answers; post?: Answers };
  /** A value for `:token`, made anew for each request. */
  token?: (db: Database, cast: Cast) => Promise<string>;
};

const everybody = (status: number): Answers => ({
  "signed out": status,
  stranger: status,
  member: status,
  organizer: status,
  "foreign organizer": status,
});

const signedIn = (status: number): Answers => ({ ...everybody(status), "signed out": "sign in" });

const organizers = (status: number): Answers => ({ ...signedIn(403), organizer: status });

const nobodyReads = { get: everybody(405) };
const nobodySends = { post: everybody(405) };
const anybodyReads = { get: everybody(200), ...nobodySends };

/** A page for everybody, of something in a community. */
const publicPage: Door = { ...anybodyReads, missing: nobodySends };

/** A page with a form on it, for organizers. `sent`: what an empty one gets. */
const organizersForm = (sent: number): Door => ({
  get: organizers(200),
  post: organizers(sent),
  missing: { get: organizers(404), post: organizers(404) },
});

/** An address that takes a form of organizers and shows nothing by itself. */
const organizersPost = (sent: number): Door => ({
  ...nobodyReads,
  post: organizers(sent),
  missing: { ...nobodyReads, post: organizers(404) },
});

/** An address that takes a form about a pair of two others. `organizer`: what an empty one of an organizer gets. */
const pairPost = (organizer: number): Door => ({
  ...nobodyReads,
  post: { ...signedIn(404), organizer },
  missing: { ...nobodyReads, post: signedIn(404) },
});

/** An address that takes a form of anybody signed in. `sent`: what an empty one gets. */
const signedInPost = (sent: number): Door => ({
  ...nobodyReads,
  post: signedIn(sent),
  missing: { ...nobodyReads, post: signedIn(404) },
});

/** A door of the example, which is shut here: as missing as any address that is nobody's. */
const shut: Door = { get: everybody(404), post: everybody(404) };

export const policy: Record<string, Door> = {
  "routes/_index": anybodyReads,
  "routes/$": { get: everybody(404), post: everybody(404) },

  "routes/sign-in": { get: { ...everybody(303), "signed out": 200 }, post: { ...everybody(303), "signed out": 422 } },
  "routes/sign-in_.$token": {
    get: everybody(200),
    post: everybody(303),
    missing: { get: everybody(410), post: everybody(410) },
    token: async (db, { kofi }) => {
      const token = newToken();
      const link = { tokenHash: hashOf(token), email: kofi.email, askedFrom: token, next: "/", keptFormId: null };
      await change(db, stage, "ask for sign-in link", (tx) => addSignInLink(tx, link));
      return token;
    },
  },
  "routes/sign-out": { ...nobodyReads, post: everybody(303) },
  "routes/setup.$token": { get: everybody(200), post: everybody(422), token: (db) => makeSetupLink(db, stage) },
  "routes/me": { get: signedIn(200), post: signedIn(422) },
  "routes/my-work": { get: signedIn(200), ...nobodySends },
  "routes/mailbox": { get: everybody(404), ...nobodySends },
  "routes/example.clearing": shut,
  "routes/example.visitor": shut,

  "routes/$community._index": publicPage,
  "routes/$community.membership._index": { ...nobodyReads, post: signedIn(303), missing: nobodyReads },
  "routes/$community.membership.ending": {
    ...nobodyReads,
    // Who is no member has nothing to leave, and the only organizer stays.
    post: { ...signedIn(409), member: 303 },
    missing: nobodyReads,
  },

  "routes/$community.roadmap._index": publicPage,
  "routes/$community.roadmap.guidance": publicPage,
  "routes/$community.roadmap.import._index": organizersForm(422),
  "routes/$community.roadmap.import.application": organizersPost(422),

  "routes/$community.themes._index": { get: everybody(303), post: organizers(422) },
  "routes/$community.themes.new": { get: organizers(200), ...nobodySends, missing: nobodySends },
  "routes/$community.themes.$theme._index": publicPage,
  "routes/$community.themes.$theme.dependencies": publicPage,
  "routes/$community.themes.$theme.edit": organizersForm(422),
  "routes/$community.themes.$theme.position": organizersForm(422),
  "routes/$community.themes.$theme.desk._index": organizersForm(422),
  "routes/$community.themes.$theme.desk.application": organizersPost(422),
  // Nothing has been done there yet.
  "routes/$community.themes.$theme.desk.undo": organizersPost(409),
  "routes/$community.themes.$theme.desk.redo": organizersPost(409),
  "routes/$community.themes.$theme.deletion": organizersForm(303),
  "routes/$community.themes.$theme.champion._index": {
    get: signedIn(200),
    ...nobodySends,
    missing: { get: signedIn(404), ...nobodySends },
  },
  // Nobody carries the theme. Zoë has been asked already; an organizer has to say whom to ask.
  "routes/$community.themes.$theme.champion.offers._index": {
    ...nobodyReads,
    post: { ...signedIn(303), member: 409, organizer: 422 },
    missing: { ...nobodyReads, post: signedIn(404) },
  },
  // An offer to Zoë, who is the member.
  "routes/$community.themes.$theme.champion.offers.$offer.answer": {
    ...nobodyReads,
    post: { ...signedIn(404), member: 422, organizer: 422 },
    missing: { ...nobodyReads, post: signedIn(404) },
  },
  "routes/$community.themes.$theme.champion.ending": {
    ...nobodyReads,
    post: signedIn(409),
    missing: { ...nobodyReads, post: signedIn(404) },
  },

  // Zoë, who is the member, prepares a task.
  "routes/$community.preparations._index": { get: everybody(303), post: signedIn(422) },
  "routes/$community.preparations.$preparation._index": {
    get: { ...signedIn(404), member: 200, organizer: 200 },
    post: { ...signedIn(404), member: 422, organizer: 403 },
    missing: { get: signedIn(404), post: signedIn(404) },
  },
  "routes/$community.preparations.$preparation.ending": {
    ...nobodyReads,
    post: { ...signedIn(404), member: 303, organizer: 303 },
    missing: { ...nobodyReads, post: signedIn(404) },
  },
  "routes/$community.people.$person": {
    get: { ...signedIn(404), member: 200, organizer: 200 },
    ...nobodySends,
    missing: { get: signedIn(404), ...nobodySends },
  },

  "routes/$community.themes.$theme.pillars._index": organizersPost(422),
  "routes/$community.themes.$theme.pillars.$pillar.edit": organizersForm(422),
  "routes/$community.themes.$theme.pillars.$pillar.theme": organizersForm(422),
  "routes/$community.themes.$theme.pillars.$pillar.position": organizersForm(422),
  "routes/$community.themes.$theme.questions": organizersPost(422),
  "routes/$community.themes.$theme.tasks._index": organizersPost(422),
  "routes/$community.themes.$theme.tasks.new": {
    get: organizers(200),
    ...nobodySends,
    missing: { get: organizers(404), ...nobodySends },
  },

  "routes/$community.questions.$number._index": publicPage,
  "routes/$community.questions.$number.decision": organizersForm(422),
  "routes/$community.questions.$number.edit": organizersForm(422),
  "routes/$community.questions.$number.position": organizersPost(422),
  "routes/$community.questions.$number.deletion": organizersForm(303),
  // The question that is tried has an owner, who organizes.
  "routes/$community.questions.$number.owner._index": {
    ...nobodyReads,
    post: { ...signedIn(403), member: 409, organizer: 409 },
    missing: { ...nobodyReads, post: signedIn(404) },
  },
  "routes/$community.questions.$number.owner.ending": {
    ...nobodyReads,
    post: organizers(303),
    missing: { ...nobodyReads, post: signedIn(404) },
  },

  "routes/$community.decisions._index": publicPage,
  "routes/$community.decisions.$number._index": publicPage,
  "routes/$community.decisions.$number.revision": organizersForm(422),

  "routes/$community.sprints._index": publicPage,
  "routes/$community.sprints.new": organizersForm(422),
  "routes/$community.sprints.$sprint._index": publicPage,
  "routes/$community.sprints.$sprint.calendar[.]ics": publicPage,
  "routes/$community.sprints.$sprint.edit": organizersForm(422),
  "routes/$community.sprints.$sprint.opening": organizersPost(303),
  "routes/$community.sprints.$sprint.registrations._index": {
    get: organizers(200),
    ...nobodySends,
    missing: { get: organizers(404), ...nobodySends },
  },
  "routes/$community.sprints.$sprint.registrations.import._index": organizersForm(422),
  "routes/$community.sprints.$sprint.registrations.import.application": {
    ...nobodyReads,
    post: organizers(422),
    missing: { ...nobodyReads, post: organizers(404) },
  },
  "routes/$community.sprints.$sprint.questions": organizersForm(303),
  "routes/$community.sprints.$sprint.registrations.$registration.edit": organizersForm(422),
  "routes/$community.sprints.$sprint.registrations.$registration.review": organizersForm(422),
  "routes/$community.sprints.$sprint.registrations.$registration.enquiries": organizersForm(422),
  "routes/$community.sprints.$sprint.registrations.$registration.withdrawal": organizersPost(303),
  "routes/$community.sprints.$sprint.registration._index": {
    get: signedIn(200),
    post: signedIn(422),
    missing: { get: signedIn(404), post: signedIn(404) },
  },
  // Nobody here has a place held for them, or mentors anybody.
  "routes/$community.sprints.$sprint.registration.acceptance": signedInPost(409),
  // Nobody was asked anything.
  "routes/$community.sprints.$sprint.registration.answer": signedInPost(404),
  "routes/$community.sprints.$sprint.registration.passing": signedInPost(409),
  "routes/$community.sprints.$sprint.registration.line": signedInPost(409),
  "routes/$community.sprints.$sprint.registration.pause": signedInPost(422),
  "routes/$community.sprints.$sprint.registration.withdrawal": {
    ...nobodyReads,
    post: signedIn(409),
    missing: { ...nobodyReads, post: signedIn(404) },
  },

  "routes/$community.sprints.$sprint.plan._index": {
    get: organizers(200),
    ...nobodySends,
    missing: { get: organizers(404), ...nobodySends },
  },
  // Nobody has registered, so there is nobody to pair, and no plan to publish.
  "routes/$community.sprints.$sprint.plan.run": organizersPost(409),
  // No run goes on.
  "routes/$community.sprints.$sprint.plan.run_.ending": organizersPost(303),
  "routes/$community.sprints.$sprint.plan.run_.progress": {
    get: organizers(200),
    ...nobodySends,
    missing: { get: organizers(404), ...nobodySends },
  },
  "routes/$community.sprints.$sprint.plan.publication": organizersPost(409),
  "routes/$community.sprints.$sprint.plan.move": organizersPost(422),
  "routes/$community.sprints.$sprint.plan.rule": organizersPost(422),
  // No draft to undo a step of, and nobody to remind.
  "routes/$community.sprints.$sprint.plan.undo": organizersPost(409),
  "routes/$community.sprints.$sprint.plan.reminders": organizersPost(303),
  "routes/$community.sprints.$sprint.plan.settings": organizersForm(422),
  "routes/$community.sprints.$sprint.plan.seats": {
    get: organizers(200),
    ...nobodySends,
    missing: { get: organizers(404), ...nobodySends },
  },
  "routes/$community.sprints.$sprint.plan.rev": {
    get: organizers(200),
    ...nobodySends,
    missing: { get: organizers(404), ...nobodySends },
  },
  "routes/$community.sprints.$sprint.pairs": organizersPost(422),
  "routes/$community.sprints.$sprint.readiness": {
    get: organizers(200),
    ...nobodySends,
    missing: { get: organizers(404), ...nobodySends },
  },
  "routes/$community.sprints.$sprint.overview": {
    get: organizers(200),
    ...nobodySends,
    missing: { get: organizers(404), ...nobodySends },
  },
  // None of these visitors mentors anybody.
  "routes/$community.sprints.$sprint.mentoring": {
    get: signedIn(404),
    ...nobodySends,
    missing: { get: signedIn(404), ...nobodySends },
  },

  // A pair of two others: there for organizers alone, who read it and may end it.
  "routes/$community.pairs.$pair._index": {
    get: { ...signedIn(404), organizer: 200 },
    ...nobodySends,
    missing: { get: signedIn(404), ...nobodySends },
  },
  "routes/$community.pairs.$pair.check-ins": pairPost(403),
  "routes/$community.pairs.$pair.lock-ins._index": pairPost(403),
  "routes/$community.pairs.$pair.lock-ins.$lockIn.edit": {
    get: { ...signedIn(404), organizer: 200 },
    post: { ...signedIn(404), organizer: 422 },
    missing: { get: signedIn(404), post: signedIn(404) },
  },
  "routes/$community.pairs.$pair.lock-ins.$lockIn.cancellation": pairPost(303),
  "routes/$community.pairs.$pair.ending": pairPost(422),
  "routes/$community.pairs.$pair.acceptance": pairPost(403),
  "routes/$community.pairs.$pair.decline": pairPost(403),

  "routes/$community.tasks._index": publicPage,
  "routes/$community.tasks.$number._index": publicPage,
  "routes/$community.tasks.$number.edit": organizersForm(422),
  "routes/$community.tasks.$number.division": organizersForm(422),
  "routes/$community.tasks.$number.merging": organizersForm(422),
  "routes/$community.tasks.$number.blockers._index": organizersForm(422),
  "routes/$community.tasks.$number.blockers.removal": organizersPost(422),
  "routes/$community.tasks.$number.position": organizersForm(422),
  "routes/$community.tasks.$number.deletion": organizersForm(303),
  "routes/$community.tasks.nearly-ready": {
    get: organizers(200),
    ...nobodySends,
    missing: { get: organizers(404), ...nobodySends },
  },
  "routes/$community.tasks.$number.guidance": organizersPost(422),
  // None of the others is its mentor.
  "routes/$community.tasks.$number.check": {
    ...nobodyReads,
    post: organizers(303),
    missing: { ...nobodyReads, post: signedIn(404) },
  },
  // The task that is tried is no experiment, and nobody has worked on it.
  "routes/$community.tasks.$number.findings": {
    get: { ...organizers(403), organizer: 409 },
    post: { ...organizers(403), organizer: 409 },
    missing: { get: signedIn(404), post: signedIn(404) },
  },
  "routes/$community.tasks.$number.claim._index": { get: everybody(303), post: signedIn(303) },
  "routes/$community.tasks.$number.claim.ending": {
    ...nobodyReads,
    post: signedIn(422),
    missing: { ...nobodyReads, post: signedIn(404) },
  },
};

/** What the front door answers itself, by the path it is registered under. */
export const frontDoorPolicy: Record<string, { example: string; get: number; post: number }> = {
  "/healthz": { example: "/healthz", get: 200, post: 405 },
  "/assets/*": { example: "/assets/nothing-12345678.css", get: 404, post: 404 },
  "/favicon.svg": { example: "/favicon.svg", get: 200, post: 405 },
  "/icon.svg": { example: "/icon.svg", get: 200, post: 405 },
  "/apple-touch-icon.png": { example: "/apple-touch-icon.png", get: 200, post: 405 },
  "/site.webmanifest": { example: "/site.webmanifest", get: 200, post: 405 },
  "/robots.txt": { example: "/robots.txt", get: 200, post: 405 },
};

export const missingIn = (door: Door) => ({
  get: door.missing?.get ?? everybody(404),
  post: door.missing?.post ?? everybody(404),
});
