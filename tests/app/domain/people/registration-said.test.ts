import { expect, it } from "vitest";
import { registrationSaid } from "../../../../app/domain/people/registration-said";

const sprint = { online: false, days: ["2026-05-07", "2026-05-08"] };
const kofi = {
  role: "newcomer" as const,
  seats: null,
  mentorHours: null,
  days: ["2026-05-07", "2026-05-08"],
  attendance: "on_site" as const,
  firstTime: true,
  languages: ["en", "ca"],
  getsByIn: ["ca"],
  skills: [],
  wants: ["sql"],
  themes: [{ title: "Docs" }],
  timeZone: "Africa/Porto-Novo",
  weeklyHours: [] as [number, number][],
  dutiesAcceptedAt: null,
  wish: "A quiet corner.",
  // What a registration holds besides, and nobody reads here.
  wishes: [7],
  notWith: [8],
};

it("a registration is read line by line, with the answers, and without what was left empty or is for nobody to read", () => {
  const questions = [
    { id: 1, ask: "Do you need a bed?" },
    { id: 2, ask: "What do you eat?" },
  ];
  const answers = [{ questionId: 1, answer: "yes" }];
  expect(registrationSaid(kofi, { sprint, questions, answers })).toEqual([
    { term: "Comes as", said: "Newcomer, on site, every day, their first sprint" },
    { term: "Languages", said: "English, Catalan (a little)" },
    { term: "Wants to learn", said: "sql" },
    { term: "Would like to work on", said: "Docs" },
    { term: "Do you need a bed?", said: "yes" },
    { term: "Anything else", said: "A quiet corner." },
  ]);
});

it("of a mentor it says what they give, what they have said yes to, and when they have time", () => {
  const priya = {
    ...kofi,
    role: "mentor" as const,
    seats: 2,
    mentorHours: 6,
    dutiesAcceptedAt: new Date("2026-05-01T09:00:00Z"),
    firstTime: false,
    weeklyHours: [[540, 720]] as [number, number][],
  };
  const said = registrationSaid(priya, { sprint: { ...sprint, online: true }, questions: [], answers: [] });
  expect(said[0]?.said).toBe("Mentor, 2 seats, 6 hours to give, takes on what is asked of mentors, every day");
  expect(said.find(({ term }) => term === "Their week")?.said).toBe("mon 09:00-12:00 (Africa/Porto-Novo)");
});
