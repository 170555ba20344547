import { z } from "zod";
import { limits } from "../domain/limits";
import { mergeHours, weekParts } from "../domain/people/day-parts";
import type { OwnQuestion } from "../domain/people/own-questions";
import { mentorDefaults } from "../domain/people/registration";
import { sprintRoles } from "../domain/people/roles";
import { timeZones } from "../domain/people/time-zones";
import { readWeeklyHours } from "../domain/people/weekly-hours";
import { readLanguages, readSkills } from "../domain/people/word-list";
import { dayInWords } from "../domain/sprint/days";
import { type Attendance, attendances } from "../domain/sprint/words";
import { choice, oneOf, prose, seen } from "./fields.server";
import { always, count, timeZone } from "./sprint-fields.server";

/* The registration form, field by field. */

/**
 * What the form is about: the sprint's days, whether it has a site, what it asks of mentors, the themes and people to wish
 * for, whom to keep apart from.
 */
export type RegistrationTerms = {
  days: readonly string[];
  online: boolean;
  /** Empty where nothing is asked, or where nobody can say yes to it for somebody else. */
  duties: string;
  themes: readonly { id: number }[];
  /** Empty for somebody who may not see who has registered. */
  others: readonly { id: number }[];
  /** What the sprint's organizers ask besides. */
  asked: readonly Asked[];
};

type Asked = OwnQuestion & { id: number };
type Named = { id: number; name: string };
type Titled = { id: number; title: string };

/** What of the terms the form shows, by the words on it. `zone`: the one it holds, in case it has an old name. */
export const registrationChoices = (
  terms: Pick<RegistrationTerms, "days" | "online" | "duties" | "asked"> & {
    themes: readonly Titled[];
    others: readonly Named[];
  },
  zone = "UTC",
) => ({
  online: terms.online,
  duties: terms.duties,
  asked: terms.asked.map(({ id, ...question }) => ({ ...question, name: answerField(id) })),
  zones: timeZones.includes(zone) ? timeZones : [zone, ...timeZones],
  themeChoices,
  withChoices,
  apartChoices,
  days: terms.days.map((day) => ({ value: day, name: dayTick(day), label: dayInWords(day) })),
  themes: terms.themes.map(({ id, title }) => ({ value: String(id), label: title })),
  others: terms.others.map(({ id, name }) => ({ value: String(id), label: name })),
});

const sent = z.string().default("");
const tick = z.string().optional();

const read = <Value>(reader: (text: string) => { ok: true; value: Value } | { ok: false; because: string }) =>
  sent
    .superRefine((text, refuse) => {
      const found = reader(text);
      if (!found.ok) refuse.addIssue(found.because);
    })
    .transform((text): Value => {
      const found = reader(text);
      return found.ok ? found.value : z.NEVER;
    });

const skills = (what: string) =>
  read((text) => {
    const found = readSkills(text, what);
    return found.ok ? { ok: true, value: found.words } : found;
  });

/** The names of the ticks for days: "day-2026-05-07". */
export const dayTick = (day: string) => `day-${day}`;

const numbered = (name: string, most: number) => Array.from({ length: most }, (_, index) => `${name}${index + 1}`);
/** The names of the choices of themes, first choice first, of people to work with, and of people to be kept apart from. */
export const themeChoices = numbered("theme", limits.wishedThemes);
export const withChoices = numbered("with", limits.wishedPeople);
export const apartChoices = numbered("apart", limits.keptApartMost);

/** The name of the answer to a question of the organizers': "asked-7". */
export const answerField = (questionId: number) => `asked-${questionId}`;

const answerTo = ({ ask, choices, needed }: OwnQuestion) =>
  prose("Your answer", limits.answerGraphemes).superRefine((text, refuse) => {
    if (text === "" && needed) refuse.addIssue(`An answer is needed: ${ask}`);
    if (text !== "" && choices.length > 0 && !choices.includes(text)) {
      refuse.addIssue("Choose one of the answers. The organizers may have changed them since.");
    }
  });

/** A registration. The ticks are single fields, so that each is read by its own name. */
export const registrationForm = ({ days, online, duties, themes, others, asked }: RegistrationTerms) => {
  const wrongTheme = "Choose a theme from the list. This one may have left the roadmap.";
  const wrongPerson = "Choose somebody from the list. They may have withdrawn.";
  const ticks: object = Object.fromEntries(
    [...days.map(dayTick), ...weekParts.map(({ name }) => name)].map((name) => [name, tick]),
  );
  const wishes: object = Object.fromEntries(themeChoices.map((name) => [name, oneOf(themes, wrongTheme)]));
  const answers: object = Object.fromEntries(asked.map((one) => [answerField(one.id), answerTo(one)]));
  const together: object = Object.fromEntries(withChoices.map((name) => [name, oneOf(others, wrongPerson)]));
  const apart: object = Object.fromEntries(apartChoices.map((name) => [name, oneOf(others, wrongPerson)]));
  return z
    .object({
      part: choice(sprintRoles, "Choose whether you come as a newcomer or as a mentor."),
      ...ticks,
      attendance: online
        ? sent.transform((): Attendance => "online")
        : choice(attendances, "Choose whether you come to the place or take part online."),
      languages: read((text) => {
        const found = readLanguages(text);
        if (!found.ok) return found;
        if (found.codes.length > 0) return { ok: true, value: found };
        return { ok: false, because: "Name at least one language you speak: a pair needs one that both do." };
      }),
      skills: skills("Skills"),
      wants: skills("What you want to learn"),
      ...wishes,
      firstTime: tick,
      duties: tick,
      seats: count("The number of seats", limits.seatsMost, mentorDefaults.seats),
      mentorHours: count("The number of hours", limits.mentorHoursMost, mentorDefaults.mentorHours),
      timeZone,
      otherHours: read((text) => {
        const found = readWeeklyHours(text);
        return found.ok ? { ok: true, value: found.hours } : found;
      }),
      ...together,
      ...apart,
      ...answers,
      wish: prose("What else you wish for", limits.claimNoteGraphemes),
    })
    .superRefine((values, refuse) => {
      const { attendance, otherHours, ...rest } = values;
      const ticked = tickedIn(rest);
      const add = (field: string, message: string) => refuse.addIssue({ code: "custom", path: [field], message });
      if (!days.some((day) => ticked.includes(dayTick(day)))) add("days", "Choose at least one day.");
      if (duties !== "" && values.part === "mentor" && values.duties === undefined) {
        add("duties", "Say yes to what is asked of mentors here, or come as a newcomer this time.");
      }
      const all: Readonly<Record<string, unknown>> = values;
      for (const name of apartChoices) {
        if (typeof all[name] === "number" && withChoices.some((wished) => all[wished] === all[name])) {
          add(name, "You wish to work with the same person. Choose one of the two.");
        }
      }
      // Hours that were refused at their own field are still text here.
      const none = Array.isArray(otherHours) && mergeHours(ticked, otherHours).length === 0;
      if (attendance === "online" && none) {
        add("week", "Say when you have time: people who take part online meet in hours that both have.");
      }
    }, always);
};

/** A registration that an organizer corrects: whom somebody wishes to meet, or not to meet, is no part of it. */
export const correctionForm = (terms: RegistrationTerms) => registrationForm(terms).safeExtend({ seen });

/** Which of a form's ticks are ticked. */
export const tickedIn = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [name] : []));
