import type { SprintRole } from "../../app/domain/people/roles";
import type { Attendance } from "../../app/domain/sprint/words";
import type { CrewName } from "./crew";

/** What somebody in the example registered with. Hours as people write them, on the clocks around them: the
 * sprint's for whoever is there, those at home for the others. Themes by title. */
export type RegistrantTold = {
  who: CrewName;
  role: SprintRole;
  attendance: Attendance;
  hours: string;
  languages: string[];
  skills: string[];
  wants: string[];
  themes: string[];
  firstTime: boolean;
  /** A mentor's seats, and the hours they give; nothing for a newcomer. */
  seats?: number;
  mentorHours?: number;
  registeredHoursAgo: number;
};

const auth = "Modernise contrib.auth";
const hints = "Type hints";
const api = "An API story";
const async = "The async story";
const tasks = "Background tasks: the database back end";
const website = "Website: people cannot find things";
const small = "Start small: a lighter way in";

/**
 * Who was registered when the first pairs were made. Hours are the same on every day of the week, because the sprint's days
 * are whichever days the example is looked at.
 */
export const earlyRegistrants: readonly RegistrantTold[] = [
  {
    who: "mireia",
    role: "mentor",
    attendance: "on_site",
    hours: "mon-sun 09:00-19:00",
    languages: ["ca", "es", "en"],
    skills: ["accessibility", "design", "triage", "html"],
    wants: [],
    themes: [website, auth],
    firstTime: false,
    seats: 3,
    mentorHours: 10,
    registeredHoursAgo: 20 * 24,
  },
  {
    who: "priya",
    role: "mentor",
    attendance: "online",
    hours: "mon-sun 11:30-19:30",
    languages: ["en", "hi"],
    skills: ["authentication", "documentation", "python", "reproducing bugs"],
    wants: [],
    themes: [auth, api],
    firstTime: false,
    seats: 3,
    mentorHours: 9,
    registeredHoursAgo: 19 * 24,
  },
  {
    who: "omar",
    role: "mentor",
    attendance: "on_site",
    hours: "mon-sun 10:00-18:00",
    languages: ["ar", "en"],
    skills: ["typing", "testing", "python"],
    wants: [],
    themes: [hints, small],
    firstTime: true,
    seats: 2,
    mentorHours: 7,
    registeredHoursAgo: 17 * 24,
  },
  {
    who: "lin",
    role: "mentor",
    attendance: "online",
    hours: "mon-sun 09:00-17:00",
    languages: ["et", "en", "de"],
    skills: ["async", "databases", "rest"],
    wants: [],
    themes: [async, api, tasks],
    firstTime: false,
    seats: 2,
    mentorHours: 8,
    registeredHoursAgo: 16 * 24,
  },
  {
    who: "kofi",
    role: "newcomer",
    attendance: "online",
    hours: "mon-sun 07:00-12:00",
    languages: ["en", "fr"],
    skills: ["html", "javascript"],
    wants: ["authentication", "reproducing bugs"],
    themes: [auth, website],
    firstTime: true,
    registeredHoursAgo: 9 * 24,
  },
  {
    who: "zoe",
    role: "newcomer",
    attendance: "online",
    hours: "mon-sun 16:00-22:00",
    languages: ["ja", "en"],
    skills: ["documentation"],
    wants: ["authentication", "python"],
    themes: [auth],
    firstTime: false,
    registeredHoursAgo: 15 * 24,
  },
  {
    who: "bilal",
    role: "newcomer",
    attendance: "online",
    hours: "mon-sun 12:00-17:00",
    languages: ["ur", "en"],
    skills: ["databases", "operations"],
    wants: ["authentication", "documentation"],
    themes: [auth, tasks],
    firstTime: true,
    registeredHoursAgo: 8 * 24,
  },
  {
    who: "ngozi",
    role: "newcomer",
    attendance: "on_site",
    hours: "mon-sun 17:00-20:00",
    languages: ["en", "ig"],
    skills: ["research", "python"],
    wants: ["typing", "testing"],
    themes: [hints, small],
    firstTime: true,
    registeredHoursAgo: 14 * 24,
  },
  {
    who: "rosa",
    role: "newcomer",
    attendance: "on_site",
    hours: "mon-sun 18:00-21:00",
    languages: ["it", "es", "en"],
    skills: ["editing", "translation"],
    wants: ["triage", "accessibility"],
    themes: [website, small],
    firstTime: false,
    registeredHoursAgo: 13 * 24,
  },
  {
    who: "tomas",
    role: "newcomer",
    attendance: "online",
    hours: "mon-sun 08:00-13:00",
    languages: ["es", "en"],
    skills: ["screen readers", "html"],
    wants: ["accessibility", "design"],
    themes: [auth, website],
    firstTime: false,
    registeredHoursAgo: 12 * 24,
  },
  {
    who: "hannah",
    role: "newcomer",
    attendance: "on_site",
    hours: "mon-sun 08:00-16:00",
    languages: ["de", "en"],
    skills: ["operations", "python"],
    wants: ["async", "databases"],
    themes: [async, tasks],
    firstTime: false,
    registeredHoursAgo: 12 * 24,
  },
  {
    who: "ana",
    role: "newcomer",
    attendance: "on_site",
    hours: "mon-sun 09:00-14:00",
    languages: ["es", "en"],
    skills: ["teaching", "documentation"],
    wants: ["rest", "writing"],
    themes: [api, small],
    firstTime: false,
    registeredHoursAgo: 11 * 24,
  },
  {
    who: "pema",
    role: "newcomer",
    attendance: "online",
    hours: "mon-sun 05:00-07:00",
    languages: ["ne", "en"],
    skills: ["javascript"],
    wants: ["python", "documentation"],
    themes: [small, website],
    firstTime: true,
    registeredHoursAgo: 6 * 24,
  },
];

/** Who registered once the first pairs had been published. */
export const lateRegistrants: readonly RegistrantTold[] = [
  {
    who: "sanne",
    role: "mentor",
    attendance: "on_site",
    hours: "mon-sun 08:00-16:00",
    languages: ["nl", "en", "es"],
    skills: ["rest", "writing", "documentation"],
    wants: [],
    themes: [api, small],
    firstTime: false,
    seats: 1,
    mentorHours: 6,
    registeredHoursAgo: 26,
  },
];
