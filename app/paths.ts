/** Every URL of the app, as a function. A path is made here or nowhere. */

type Numbered = { number: number };
type Slugged = { slug: string };

const seg = encodeURIComponent;

export const paths = {
  home: () => "/",
  signIn: (next?: string, kept?: string) => {
    const query = new URLSearchParams();
    if (next && next !== "/") query.set("next", next);
    if (kept) query.set("kept", kept);
    return `/sign-in${query.size > 0 ? `?${query}` : ""}`;
  },
  signInSent: (next?: string, kept?: string) => {
    const asked = paths.signIn(next, kept);
    return `${asked}${asked.includes("?") ? "&" : "?"}sent=1`;
  },
  signInLink: (token: string) => `/sign-in/${seg(token)}`,
  signOut: () => "/sign-out",
  me: () => "/me",
  myWork: () => "/my-work",
  setup: (token: string) => `/setup/${seg(token)}`,
  mailbox: () => "/mailbox",
  exampleVisitor: () => "/example/visitor",
  exampleClearing: () => "/example/clearing",

  community: (c: Slugged) => `/${seg(c.slug)}`,
  membership: (c: Slugged) => `/${seg(c.slug)}/membership`,
  membershipEnding: (c: Slugged) => `/${seg(c.slug)}/membership/ending`,

  roadmap: (c: Slugged) => `/${seg(c.slug)}/roadmap`,
  /** The page of the roadmap that a theme is on, at that theme. */
  roadmapAt: (c: Slugged, t: Slugged) => `/${seg(c.slug)}/roadmap?theme=${seg(t.slug)}#theme-${seg(t.slug)}`,
  roadmapGuidance: (c: Slugged) => `/${seg(c.slug)}/roadmap/guidance`,
  roadmapImport: (c: Slugged) => `/${seg(c.slug)}/roadmap/import`,
  roadmapImportApplication: (c: Slugged) => `/${seg(c.slug)}/roadmap/import/application`,

  themes: (c: Slugged) => `/${seg(c.slug)}/themes`,
  newTheme: (c: Slugged) => `/${seg(c.slug)}/themes/new`,
  theme: (c: Slugged, t: Slugged) => `/${seg(c.slug)}/themes/${seg(t.slug)}`,
  themeEdit: (c: Slugged, t: Slugged) => `${paths.theme(c, t)}/edit`,
  themePosition: (c: Slugged, t: Slugged) => `${paths.theme(c, t)}/position`,
  themeDeletion: (c: Slugged, t: Slugged) => `${paths.theme(c, t)}/deletion`,
  themeDependencies: (c: Slugged, t: Slugged) => `${paths.theme(c, t)}/dependencies`,
  champion: (c: Slugged, t: Slugged) => `${paths.theme(c, t)}/champion`,
  championOffers: (c: Slugged, t: Slugged) => `${paths.champion(c, t)}/offers`,
  championAnswer: (c: Slugged, t: Slugged, offerId: number) => `${paths.championOffers(c, t)}/${offerId}/answer`,
  championEnding: (c: Slugged, t: Slugged) => `${paths.champion(c, t)}/ending`,
  desk: (c: Slugged, t: Slugged) => `${paths.theme(c, t)}/desk`,
  deskApplication: (c: Slugged, t: Slugged) => `${paths.desk(c, t)}/application`,
  deskStep: (c: Slugged, t: Slugged, way: "undo" | "redo") => `${paths.desk(c, t)}/${way}`,
  themeTasks: (c: Slugged, t: Slugged) => `${paths.theme(c, t)}/tasks`,
  newTask: (c: Slugged, t: Slugged, pillarId?: number) =>
    `${paths.theme(c, t)}/tasks/new${pillarId ? `?pillar=${pillarId}` : ""}`,
  themePillars: (c: Slugged, t: Slugged) => `${paths.theme(c, t)}/pillars`,
  pillarEdit: (c: Slugged, t: Slugged, pillarId: number) => `${paths.theme(c, t)}/pillars/${pillarId}/edit`,
  pillarTheme: (c: Slugged, t: Slugged, pillarId: number) => `${paths.theme(c, t)}/pillars/${pillarId}/theme`,
  pillarPosition: (c: Slugged, t: Slugged, pillarId: number) => `${paths.theme(c, t)}/pillars/${pillarId}/position`,
  themeQuestions: (c: Slugged, t: Slugged) => `${paths.theme(c, t)}/questions`,

  question: (c: Slugged, q: Numbered) => `/${seg(c.slug)}/questions/${q.number}`,
  questionEdit: (c: Slugged, q: Numbered) => `${paths.question(c, q)}/edit`,
  questionPosition: (c: Slugged, q: Numbered) => `${paths.question(c, q)}/position`,
  questionDeletion: (c: Slugged, q: Numbered) => `${paths.question(c, q)}/deletion`,
  questionOwner: (c: Slugged, q: Numbered) => `${paths.question(c, q)}/owner`,
  questionOwnerEnding: (c: Slugged, q: Numbered) => `${paths.question(c, q)}/owner/ending`,
  /** Where a question is answered. */
  answer: (c: Slugged, q: Numbered) => `${paths.question(c, q)}/decision`,

  decisions: (c: Slugged, filter: { words?: string; theme?: string; page?: number } = {}) => {
    const query = new URLSearchParams();
    if (filter.words) query.set("words", filter.words);
    if (filter.theme) query.set("theme", filter.theme);
    if (filter.page && filter.page > 1) query.set("page", String(filter.page));
    return `/${seg(c.slug)}/decisions${query.size > 0 ? `?${query}` : ""}`;
  },
  decision: (c: Slugged, d: Numbered) => `/${seg(c.slug)}/decisions/${d.number}`,
  decisionRevision: (c: Slugged, d: Numbered) => `${paths.decision(c, d)}/revision`,

  tasks: (c: Slugged) => `/${seg(c.slug)}/tasks`,
  /** Tasks an organizer can do something for. `at`: the row whose form takes the focus. */
  nearlyReady: (c: Slugged, asked: { show?: string; page?: number; at?: number } = {}) => {
    const query = new URLSearchParams();
    if (asked.show === "stale") query.set("show", asked.show);
    if (asked.page && asked.page > 1) query.set("page", String(asked.page));
    if (asked.at) query.set("at", String(asked.at));
    return `/${seg(c.slug)}/tasks/nearly-ready${query.size > 0 ? `?${query}` : ""}`;
  },
  task: (c: Slugged, t: Numbered) => `/${seg(c.slug)}/tasks/${t.number}`,
  guidance: (c: Slugged, t: Numbered) => `${paths.task(c, t)}/guidance`,
  check: (c: Slugged, t: Numbered) => `${paths.task(c, t)}/check`,
  taskEdit: (c: Slugged, t: Numbered) => `${paths.task(c, t)}/edit`,
  taskMerging: (c: Slugged, t: Numbered) => `${paths.task(c, t)}/merging`,
  taskDivision: (c: Slugged, t: Numbered) => `${paths.task(c, t)}/division`,
  taskPosition: (c: Slugged, t: Numbered, theme?: string) =>
    `${paths.task(c, t)}/position${theme ? `?theme=${seg(theme)}` : ""}`,
  taskBlockers: (c: Slugged, t: Numbered, words?: string) =>
    `${paths.task(c, t)}/blockers${words ? `?${new URLSearchParams({ task: words })}` : ""}`,
  taskBlockerRemoval: (c: Slugged, t: Numbered) => `${paths.task(c, t)}/blockers/removal`,
  taskDeletion: (c: Slugged, t: Numbered) => `${paths.task(c, t)}/deletion`,
  findings: (c: Slugged, t: Numbered) => `${paths.task(c, t)}/findings`,
  claim: (c: Slugged, t: Numbered) => `${paths.task(c, t)}/claim`,
  claimEnding: (c: Slugged, t: Numbered) => `${paths.task(c, t)}/claim/ending`,

  preparations: (c: Slugged) => `/${seg(c.slug)}/preparations`,
  preparation: (c: Slugged, id: number) => `/${seg(c.slug)}/preparations/${id}`,
  preparationEnding: (c: Slugged, id: number) => `${paths.preparation(c, id)}/ending`,
  person: (c: Slugged, personId: number) => `/${seg(c.slug)}/people/${personId}`,

  sprints: (c: Slugged) => `/${seg(c.slug)}/sprints`,
  newSprint: (c: Slugged) => `/${seg(c.slug)}/sprints/new`,
  sprint: (c: Slugged, s: Slugged) => `/${seg(c.slug)}/sprints/${seg(s.slug)}`,
  sprintEdit: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/edit`,
  sprintOpening: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/opening`,
  sprintCalendar: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/calendar.ics`,
  sprintOverview: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/overview`,
  registration: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/registration`,
  placeAcceptance: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/registration/acceptance`,
  placePassing: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/registration/passing`,
  enquiryAnswer: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/registration/answer`,
  waitingLine: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/registration/line`,
  registrationPause: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/registration/pause`,
  registrationWithdrawal: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/registration/withdrawal`,
  registrations: (c: Slugged, s: Slugged, part?: string | null) =>
    `${paths.sprint(c, s)}/registrations${part ? `?part=${part}` : ""}`,
  registrationEdit: (c: Slugged, s: Slugged, registrationId: number) =>
    `${paths.registrations(c, s)}/${registrationId}/edit`,
  registrationReview: (c: Slugged, s: Slugged, registrationId: number) =>
    `${paths.registrations(c, s)}/${registrationId}/review`,
  registrationEnquiries: (c: Slugged, s: Slugged, registrationId: number) =>
    `${paths.registrations(c, s)}/${registrationId}/enquiries`,
  registrantWithdrawal: (c: Slugged, s: Slugged, registrationId: number) =>
    `${paths.registrations(c, s)}/${registrationId}/withdrawal`,
  ownQuestions: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/questions`,
  registrationsImport: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/registrations/import`,
  registrationsImportApplication: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/registrations/import/application`,
  plan: (c: Slugged, s: Slugged, newcomerId?: number) =>
    `${paths.sprint(c, s)}/plan${newcomerId ? `?newcomer=${newcomerId}#one` : ""}`,
  planPage: (c: Slugged, s: Slugged, { mentors, waits }: { mentors: number; waits: number }) =>
    `${paths.sprint(c, s)}/plan?page=${mentors}&waiting=${waits}`,
  planRun: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/plan/run`,
  planRunEnding: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/plan/run/ending`,
  planRunProgress: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/plan/run/progress`,
  planMove: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/plan/move`,
  planRule: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/plan/rule`,
  planPublication: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/plan/publication`,
  planUndo: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/plan/undo`,
  planReminders: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/plan/reminders`,
  planSeats: (c: Slugged, s: Slugged, newcomerId: number) => `${paths.sprint(c, s)}/plan/seats?newcomer=${newcomerId}`,
  planSettings: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/plan/settings`,
  planRev: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/plan/rev`,
  readiness: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/readiness`,
  pairs: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/pairs`,
  mentoring: (c: Slugged, s: Slugged) => `${paths.sprint(c, s)}/mentoring`,
  pair: (c: Slugged, pairId: number) => `/${seg(c.slug)}/pairs/${pairId}`,
  checkIns: (c: Slugged, pairId: number) => `${paths.pair(c, pairId)}/check-ins`,
  pairEnding: (c: Slugged, pairId: number) => `${paths.pair(c, pairId)}/ending`,
  pairAcceptance: (c: Slugged, pairId: number) => `${paths.pair(c, pairId)}/acceptance`,
  pairDecline: (c: Slugged, pairId: number) => `${paths.pair(c, pairId)}/decline`,
  lockIns: (c: Slugged, pairId: number) => `${paths.pair(c, pairId)}/lock-ins`,
  lockInEdit: (c: Slugged, pairId: number, lockInId: number) => `${paths.lockIns(c, pairId)}/${lockInId}/edit`,
  lockInCancellation: (c: Slugged, pairId: number, lockInId: number) =>
    `${paths.lockIns(c, pairId)}/${lockInId}/cancellation`,
};

/** The first segments that no community may be called, because the app answers there. */
export const reservedSlugs = [
  "api",
  "assets",
  "communities",
  "events",
  "example",
  "favicon",
  "feeds",
  "healthz",
  "mailbox",
  "me",
  "my-work",
  "people",
  "robots",
  "search",
  "setup",
  "sign-in",
  "sign-out",
  "static",
  "webhooks",
];

/**
 * Where `?next=` may lead: a path on this site, or home. Refuses other origins in every spelling browsers accept
 * (`//evil`, `/\evil`, control characters), because a sign-in link must not become somebody else's redirect.
 */
export function localPath(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes("\\")) return "/";
  return next;
}

/** Where letters to a pair lead: whole addresses, from the server's own on. */
export const pairPages = (origin: string, community: Slugged) => ({
  pair: (pairId: number) => `${origin}${paths.pair(community, pairId)}`,
  task: (number: number) => `${origin}${paths.task(community, { number })}`,
});
