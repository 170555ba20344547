import type { Attendance } from "../sprint/words";
import { languageName } from "./languages";
import type { OwnQuestion } from "./own-questions";
import { daysChosen, seatsInWords } from "./registration-words";
import type { SprintRole } from "./roles";
import { type WeeklyHours, writeWeeklyHours } from "./weekly-hours";
import { writeLanguages } from "./word-list";

/** One thing somebody said when they registered: what it is about, and their words. */
export type SaidLine = { term: string; said: string };

type Registration = {
  role: SprintRole;
  seats: number | null;
  mentorHours: number | null;
  days: readonly string[];
  attendance: Attendance;
  firstTime: boolean;
  languages: readonly string[];
  getsByIn: readonly string[];
  skills: readonly string[];
  wants: readonly string[];
  themes: readonly { title: string }[];
  timeZone: string;
  weeklyHours: WeeklyHours;
  dutiesAcceptedAt: Date | null;
  wish: string;
};

type Asked = {
  sprint: { online: boolean; days: readonly string[] };
  questions: readonly (Pick<OwnQuestion, "ask"> & { id: number })[];
  answers: readonly { questionId: number; answer: string }[];
};

/**
 * A registration to be read by organizers, line by line, without what was left empty. Whom somebody wishes to meet or not to meet
 * is no part of it.
 */
export function registrationSaid(one: Registration, { sprint, questions, answers }: Asked): SaidLine[] {
  const days = daysChosen(one.days, sprint.days);
  const where = sprint.online ? null : one.attendance === "on_site" ? "on site" : "online";
  const mentor = one.role === "mentor";
  const part = [
    mentor ? "Mentor" : "Newcomer",
    seatsInWords(one.seats),
    mentor && one.mentorHours !== null ? `${one.mentorHours} hours to give` : null,
    mentor && one.dutiesAcceptedAt ? "takes on what is asked of mentors" : null,
    where,
    days,
    one.firstTime ? "their first sprint" : null,
  ];
  const lines = [
    { term: "Comes as", said: part.filter((word) => word !== null).join(", ") },
    { term: "Languages", said: writeLanguages(one.languages, one.getsByIn, languageName) },
    { term: "Knows", said: one.skills.join(", ") },
    { term: "Wants to learn", said: one.wants.join(", ") },
    { term: "Would like to work on", said: one.themes.map(({ title }) => title).join(", ") },
    {
      term: "Their week",
      said:
        one.weeklyHours.length === 0
          ? ""
          : `${writeWeeklyHours(one.weeklyHours)} (${one.timeZone.replaceAll("_", " ")})`,
    },
    ...questions.map(({ id, ask }) => ({
      term: ask,
      said: answers.find(({ questionId }) => questionId === id)?.answer ?? "",
    })),
    { term: "Anything else", said: one.wish },
  ];
  return lines.filter(({ said }) => said !== "");
}
