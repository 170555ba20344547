/**
 * Every business limit, once. Text is counted in graphemes, after CRLF has become LF; times are in the unit the name
 * ends with. Sources: the product's rules of behaviour.
 */
export const limits = {
  titleGraphemes: 200,
  textGraphemes: 20_000,
  nameGraphemes: 100,
  emailCharacters: 254,
  slugCharacters: 60,
  searchCharacters: 200,

  /** The key of a place in an order: a longer one is made short again, with those of its whole list. */
  positionKeyCharacters: 64,

  /** Themes on one page of a roadmap, and in one answer to a search by title. */
  themesOnPage: 25,
  themesFound: 20,
  /** Themes on the page of a sprint; the others are on the roadmap. */
  themesOnSprintPage: 8,

  /** People at a sprint whose pairing runs while its organizer waits for the answer; of more, it runs beside the server. */
  pairedAtOnce: 2_000,
  /** How often a pairing begins anew because registrations or rules changed while it ran. */
  pairingRounds: 3,
  /** How long what is known of a crowd is kept beside the server, so that the next question is quick: as it is, and at all. */
  crowdKnownSeconds: 60,
  crowdKeptMinutes: 5,
  /** How long a run that came to nothing is told at the pairing table. */
  pairingNewsMinutes: 10,

  /** Letters that are sent while whoever made them waits; the rest goes out within minutes. */
  lettersAtOnce: 200,
  /**
   * A letter that the mail server does not take is tried again after so long, then after three times as long, and so on, for so
   * many hours; after that organizers read of it for some days.
   */
  letterPauseMinutes: 5,
  letterHours: 24,
  letterShownDays: 7,
  /** A letter whose sender has not said for so long what became of it has died with its sender. */
  letterInHandMinutes: 10,

  pageSize: 50,
  pageSizeMost: 100,

  /** Active claims a person may hold in one community: the default, and what a community may set. */
  activeClaims: 2,
  activeClaimsLeast: 1,
  activeClaimsMost: 5,
  claimHours: 72,
  claimNoteGraphemes: 2_000,
  handOverGraphemes: 5_000,
  claimMinutesOnSprintDay: 90,
  /** Themes on a page of the guidance gauge, and pieces in the list of what to prepare next. */
  gaugesOnPage: 12,
  prepareNext: 10,
  /** Pieces of preparation a person may hold in one community; their clock is the community's for claims. */
  activePreparations: 2,

  signInLinkMinutes: 15,
  signInLinksPerWindow: 5,
  signInLinksPerAddress: 20,
  signInWindowMinutes: 15,
  sessionIdleDays: 10,
  sessionAbsoluteDays: 30,

  /** What somebody typed before signing in: how long it is kept, and how much of it (as JSON, in UTF-8). */
  keptFormHours: 24,
  /** Kept at one time: from one address, and of all. */
  keptFormsPerAddress: 100,
  keptFormsMost: 5_000,
  keptFormBytes: 64 * 1024,

  /** An outline that is pasted or uploaded, in characters (UTF-16 units), and the tasks one may hold. */
  outlineCharacters: 500_000,
  outlineTasks: 2_000,
  /** How often somebody is asked something before their registration is answered. */
  enquiries: 5,

  /** People in one table of registrations. */
  registrationRows: 1_000,

  /** A task up to this size can be a first task; above it the desk suggests splitting. A working day is 8 hours. */
  firstTaskMinutes: 8 * 60,
  workingDayMinutes: 8 * 60,
  taskMinutesMost: 20 * 8 * 60,
  /** A task that nobody has looked at for so many days asks to be checked. */
  checkedDays: 60,
  /** Into how many parts a task is divided at once. */
  partsMost: 20,
  /** How many others a task can wait for, and how many of those that words find are shown to choose from. */
  blockersMost: 50,
  choices: 20,

  /** Mentor capacity, in seats. */
  seats: 3,
  seatsMost: 4,
  /** What an active pair, and a task with a named mentor outside a pair, cost of a mentor's hours. A sprint may set both. */
  pairHours: 2,
  taskHours: 1,
  costHoursMost: 40,
  /** The hours a mentor gives at a sprint: what the form proposes, and the most it takes. */
  mentorHours: 8,
  mentorHoursMost: 200,
  /** Mentors, and people waiting, on one page of the pairing table. */
  tableRows: 150,
  /** How long the two of a published pair may leave it unanswered before they are reminded, once. */
  answerHours: 48,
  declineReasonGraphemes: 500,
  /** Two people who share less cannot be a pair. */
  sharedHoursLeast: 2,
  /** A pair without news for longer says that it is quiet. */
  quietHours: 48,

  /** A sprint: its days, and the people it has room for. */
  sprintDaysMost: 31,
  sprintCapacityMost: 100_000,
  /** A registration: languages and skills (each list), their length, themes wished for, people kept apart from. */
  wordsMost: 20,
  wordGraphemes: 40,
  wishedThemes: 3,
  wishedPeople: 3,
  keptApartMost: 5,
  /** For how long a free place is held for whoever is next on the waiting list: by default, at most, and while the sprint is on. */
  offerHours: 24,
  offerHoursMost: 168,
  offerHoursWhileOn: 2,
  /** An organizer's own questions at registration, the choices of one, and an answer in graphemes. */
  sprintQuestionsMost: 10,
  questionChoicesMost: 12,
  answerGraphemes: 1_000,
  /** Stretches of weekly hours, once those that touch are one. */
  weeklyHoursMost: 50,
} as const;
