import type { z } from "zod";
import { mergeHours, splitHours } from "../domain/people/day-parts";
import { languageName } from "../domain/people/languages";
import { mentorDefaults } from "../domain/people/registration";
import type { SprintRole } from "../domain/people/roles";
import { type WeeklyHours, writeWeeklyHours } from "../domain/people/weekly-hours";
import { writeLanguages } from "../domain/people/word-list";
import type { Attendance } from "../domain/sprint/words";
import {
  answerField,
  apartChoices,
  type correctionForm,
  dayTick,
  type RegistrationTerms,
  themeChoices,
  tickedIn,
  withChoices,
} from "./registration-fields.server";

/* Between a registration and the form it is filled in on. */

/** What of a parsed form somebody registers with. `others` as in the terms: without any, wishes for people stay as they were. */
export function registrationOf(
  values: Omit<z.output<ReturnType<typeof correctionForm>>, "seen">,
  { days, others, asked }: Pick<RegistrationTerms, "days" | "others" | "asked">,
) {
  const all: Readonly<Record<string, unknown>> = values;
  const ticked = tickedIn(all);
  const chosen = (names: readonly string[]) => [
    ...new Set(names.map((name) => all[name]).filter((id): id is number => typeof id === "number")),
  ];
  const mentor = values.part === "mentor";
  return {
    role: values.part,
    days: days.filter((day) => ticked.includes(dayTick(day))),
    attendance: values.attendance,
    timeZone: values.timeZone,
    weeklyHours: mergeHours(ticked, values.otherHours),
    languages: values.languages.codes,
    getsByIn: values.languages.getsByIn,
    skills: values.skills,
    wants: values.wants,
    themes: chosen(themeChoices),
    firstTime: values.firstTime === "yes",
    seats: mentor ? values.seats : null,
    mentorHours: mentor ? values.mentorHours : null,
    wish: values.wish,
    answers: asked.map(({ id }) => ({ questionId: id, answer: String(all[answerField(id)] ?? "") })),
    ...(mentor && values.duties !== undefined ? { dutiesAccepted: true } : {}),
    ...(others.length > 0 ? { wishes: chosen(withChoices), notWith: chosen(apartChoices) } : {}),
  };
}

type Said = {
  role: SprintRole;
  days: readonly string[];
  attendance: Attendance;
  timeZone: string;
  weeklyHours: WeeklyHours;
  languages: readonly string[];
  getsByIn: readonly string[];
  skills: readonly string[];
  wants: readonly string[];
  themes: readonly { id: number }[];
  firstTime: boolean;
  seats: number | null;
  mentorHours: number | null;
  wish: string;
  dutiesAcceptedAt: Date | null;
  wishes: readonly number[];
  notWith: readonly number[];
};

/** A registration as the form holds it, with what was answered to the organizers' questions. */
export function registrationFormOf(
  said: Said,
  answers: readonly { questionId: number; answer: string }[] = [],
): Record<string, string> {
  const { ticks, rest } = splitHours(said.weeklyHours);
  const chosen = (names: readonly string[], ids: readonly number[]) =>
    Object.fromEntries(names.map((name, index) => [name, String(ids[index] ?? "")]));
  return {
    part: said.role,
    attendance: said.attendance,
    timeZone: said.timeZone,
    otherHours: writeWeeklyHours(rest).replaceAll("; ", "\n"),
    languages: writeLanguages(said.languages, said.getsByIn, languageName),
    skills: said.skills.join(", "),
    wants: said.wants.join(", "),
    seats: String(said.seats ?? mentorDefaults.seats),
    mentorHours: String(said.mentorHours ?? mentorDefaults.mentorHours),
    wish: said.wish,
    ...(said.firstTime ? { firstTime: "yes" } : {}),
    ...(said.dutiesAcceptedAt ? { duties: "yes" } : {}),
    ...Object.fromEntries([...said.days.map(dayTick), ...ticks].map((name) => [name, "yes"])),
    ...chosen(
      themeChoices,
      said.themes.map(({ id }) => id),
    ),
    ...Object.fromEntries(answers.map(({ questionId, answer }) => [answerField(questionId), answer])),
    ...chosen(withChoices, said.wishes),
    ...chosen(apartChoices, said.notWith),
  };
}

/** A registration nobody has begun: every day, and what is known of the person. */
export const emptyRegistration = (days: readonly string[], timeZone: string): Record<string, string> => ({
  ...Object.fromEntries(days.map((day) => [dayTick(day), "yes"])),
  timeZone,
  seats: String(mentorDefaults.seats),
  mentorHours: String(mentorDefaults.mentorHours),
});

/** A registration as the correction's form holds it. */
export const correctionFormOf = (
  said: Said & { rev: number },
  answers: readonly { questionId: number; answer: string }[],
): Record<string, string> => {
  const form = registrationFormOf({ ...said, wishes: [], notWith: [] }, answers);
  return { ...form, seen: String(said.rev) };
};
