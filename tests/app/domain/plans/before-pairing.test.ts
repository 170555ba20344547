import { describe, expect, it } from "vitest";
import {
  askForOnlineHours,
  askForTasks,
  askMentors,
  askNewcomer,
  askPausing,
} from "../../../../app/domain/plans/asking";
import { beforePairing } from "../../../../app/domain/plans/before-pairing";
import { draft, mentor, newcomer, pairing } from "./people";

const days = [
  { day: "2026-05-07", name: "Thursday 7 May" },
  { day: "2026-05-08", name: "Friday 8 May" },
];
const docs = { id: 1, title: "Docs" };
const palafrugell = { name: "Palafrugell" };
const page = "https://x.example/django/sprints/palafrugell";

describe("before pairing", () => {
  it("newcomers are counted against free seats, per language, theme and day; what is shortest comes first", () => {
    const people = [
      newcomer(1, "Kofi", { themes: [docs] }),
      newcomer(2, "Ana", { languages: ["es"] }),
      newcomer(3, "Luz", { languages: ["es"] }),
      mentor(4, "Priya", { seats: 2, themes: [docs] }),
    ];
    const report = beforePairing(pairing(people), days);
    expect(report).toMatchObject({ newcomers: 3, seats: 2 });
    expect(report.languages).toEqual([
      { name: "Spanish", newcomers: 2, mentors: 0, seats: 0, hours: 0 },
      { name: "English", newcomers: 1, mentors: 1, seats: 2, hours: 8 },
    ]);
    expect(report.themes).toEqual([{ name: "Docs", newcomers: 1, mentors: 1, seats: 2, hours: 8 }]);
    expect(report.days.map(({ newcomers, seats }) => [newcomers, seats])).toEqual([
      [3, 2],
      [0, 0],
    ]);
  });

  it("people count in the halves of the days they are there for an hour: at the place, or online by the hours they gave", () => {
    // Thursday from 07:00 to 10:00 in Madrid, and from 10:30 to 11:30.
    const weeklyHours: [number, number][] = [
      [3 * 1440 + 420, 3 * 1440 + 600],
      [3 * 1440 + 630, 3 * 1440 + 690],
    ];
    const people = [
      newcomer(1, "Kofi"),
      newcomer(2, "Zola", { attendance: "online", weeklyHours }),
      mentor(3, "Priya", { attendance: "online", weeklyHours: weeklyHours.slice(0, 1), seats: 2 }),
    ];
    const [morning, afternoon, friday] = beforePairing(pairing(people), days).halfDays;
    expect(morning).toEqual({ name: "Thursday 7 May, until 11:00", newcomers: 2, mentors: 1, seats: 2, hours: 8 });
    expect(afternoon).toEqual({ name: "Thursday 7 May, from 11:00", newcomers: 1, mentors: 0, seats: 0, hours: 0 });
    expect(friday).toMatchObject({ name: "Friday 8 May, until 11:00", newcomers: 0, seats: 0 });
  });

  it("whoever says they come on a day and has no hour on it does not count on that day", () => {
    const thursday: [number, number][] = [[3 * 1440 + 420, 3 * 1440 + 600]];
    const both = { attendance: "online" as const, days: ["2026-05-07", "2026-05-08"], weeklyHours: thursday };
    const people = [newcomer(1, "Kofi", both), mentor(2, "Priya", { ...both, seats: 2 })];
    expect(beforePairing(pairing(people), days).days).toMatchObject([
      { name: "Thursday 7 May", newcomers: 1, seats: 2 },
      { name: "Friday 8 May", newcomers: 0, seats: 0 },
    ]);
  });

  it("a draft takes no seat: whom it seats has no mentor yet either", () => {
    const [kofi, priya] = [newcomer(1, "Kofi"), mentor(2, "Priya", { seats: 1 })];
    const report = beforePairing(pairing([kofi, priya], { draft: draft([[kofi, priya]]) }), days);
    expect(report).toMatchObject({ newcomers: 1, seats: 1 });
  });

  it("mentors are asked about tasks of the themes they chose, in one mail a theme, and nobody about the others", () => {
    const [api, none] = [
      { id: 2, title: "An API story" },
      { id: 3, title: "Nobody's" },
    ];
    const tasks = [
      { number: 4, title: "Name the hashers", theme: docs },
      { number: 5, title: "Sort the imports", theme: docs },
      { number: 6, title: "Draw the API", theme: api },
      { number: 7, title: "Count the stars", theme: none },
    ];
    const mentors = [mentor(1, "Priya", { themes: [docs, api] }), mentor(2, "Lin", { themes: [docs] })];
    const asked = askForTasks(tasks, mentors, { name: "Palafrugell" }, ({ number }) => `https://x.example/${number}`);
    expect(asked.map(({ to, who }) => [to, who])).toEqual([
      [[1, 2], "the 2 mentors who chose “Docs” about 2 tasks"],
      [[1], "the mentor who chose “An API story” about a task"],
    ]);
    expect(asked[0]?.text).toContain(
      "Name the hashers\nhttps://x.example/4\n\nSort the imports\nhttps://x.example/5\n",
    );
  });

  it("a mentor who pauses has no seat to give, and yet nobody is called impossible because of it", () => {
    const report = beforePairing(pairing([newcomer(1, "Kofi"), mentor(2, "Priya", { paused: true })]), days);
    expect(report).toMatchObject({ seats: 0, paused: { mentors: 1, seats: 3 }, notPairable: [] });
  });

  it("a mentor who pauses is asked whether they take newcomers again, and for no further seat", () => {
    const mentors = [mentor(1, "Priya", { paused: true }), mentor(2, "Lin", { seats: 4 })];
    const missing = { newcomers: 5, seats: 4 };
    expect(askMentors(missing, mentors, palafrugell, 4, page)).toBeNull();
    expect(askPausing(missing, mentors, palafrugell, page)).toMatchObject({
      to: [1],
      who: "the mentor who is pausing",
      text: expect.stringContaining(page),
    });
    expect(askPausing({ newcomers: 4, seats: 4 }, mentors, palafrugell, page)).toBeNull();
    expect(askPausing(missing, mentors.slice(1), palafrugell, page)).toBeNull();
  });

  it("where mentors only come to the place, whoever takes part online reads so, and those mentors are asked for hours", () => {
    const weeklyHours: [number, number][] = [[3 * 1440 + 420, 3 * 1440 + 600]];
    const online = { attendance: "online" as const, weeklyHours };
    const people = [newcomer(1, "Zola", online), mentor(2, "Priya"), mentor(3, "Luz", { languages: ["es"] })];
    const { notPairable } = beforePairing(pairing(people), days);
    expect(notPairable).toEqual([
      {
        id: 1,
        name: "Zola",
        because: "They take part online, and whoever speaks their language has given no hours online.",
        toThem: "you take part online, and whoever speaks your language has given no hours online.",
        online: [2],
      },
    ]);
    expect(askForOnlineHours(notPairable, palafrugell, page)).toMatchObject({
      to: [2],
      who: "the mentor who could give hours online",
      text: expect.stringContaining("one newcomer takes part in Palafrugell online"),
    });
    const apart = [newcomer(1, "Zola", { ...online, notWith: [4] }), ...people.slice(1), mentor(4, "Lin", online)];
    expect(beforePairing(pairing(apart), days).notPairable).toMatchObject([
      { because: "No mentor can be paired with them." },
    ]);
    const pausing = [newcomer(1, "Zola", online), mentor(2, "Priya", { paused: true })];
    expect(beforePairing(pairing(pausing), days).notPairable).toMatchObject([{ name: "Zola", online: [] }]);
    expect(askForOnlineHours([{ online: [] }], palafrugell, page)).toBeNull();
  });

  it("whom nobody could take is named with the reason, and nobody's private wish is told", () => {
    const people = [
      newcomer(1, "Ana", { languages: ["es"] }),
      newcomer(2, "Bo", { days: ["2026-05-09"] }),
      newcomer(5, "Di", { attendance: "online" }),
      newcomer(3, "Cy", { notWith: [4] }),
      mentor(4, "Priya"),
    ];
    const { notPairable } = beforePairing(pairing(people), days);
    expect(notPairable).toEqual([
      { id: 1, name: "Ana", because: "No mentor speaks Spanish.", toThem: "no mentor speaks Spanish.", online: [] },
      {
        id: 2,
        name: "Bo",
        because: "Nobody who speaks their language shares two hours with them.",
        toThem: "nobody who speaks your language shares two hours with you.",
        online: [],
      },
      {
        id: 5,
        name: "Di",
        because: "They have given no hours on the days of the sprint.",
        toThem: "you have given no hours on the days of the sprint.",
        online: [],
      },
      { id: 3, name: "Cy", because: "No mentor can be paired with them.", toThem: null, online: [] },
    ]);
    const { text } = askNewcomer(notPairable[0] ?? { id: 0, name: "", toThem: "" }, palafrugell, page);
    expect(text).toContain("nobody who fits: no mentor speaks Spanish.");
    expect(text).toContain(page);
    // Whom somebody would rather not meet is told to nobody, in no letter either.
    const cy = askNewcomer({ id: 3, name: "Cy", toThem: notPairable[3]?.toThem ?? null }, palafrugell, page);
    expect(cy.text).toContain("so far there is nobody who fits.\n");
    expect(notPairable[3]?.name).toBe("Cy");
  });

  it("mentors who could take one more are asked when seats are missing, and nobody when there are enough", () => {
    const mentors = [mentor(1, "Priya", { seats: 4 }), mentor(2, "Lin")];
    expect(askMentors({ newcomers: 9, seats: 7 }, mentors, palafrugell, 4, page)).toMatchObject({
      to: [2],
      text: expect.stringContaining("at Palafrugell, 2 newcomers would be left without a mentor"),
    });
    expect(askMentors({ newcomers: 7, seats: 7 }, mentors, palafrugell, 4, page)).toBeNull();
  });
});
