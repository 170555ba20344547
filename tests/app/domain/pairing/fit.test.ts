import { describe, expect, it } from "vitest";
import { type FitWeights, fitBy, fitReasons, fitWeights } from "../../../../app/domain/pairing/fit";
import type { Mentor, Newcomer } from "../../../../app/domain/pairing/people";
import { sharedMinutes } from "../../../../app/domain/pairing/presence";
import { profilesOf } from "../../../../app/domain/pairing/profile";
import { mentor, newcomer, palafrugell, weekly } from "./people";

function together(one: Newcomer, other: Mentor) {
  const profiles = profilesOf(palafrugell, [one], [other]);
  const [ada] = profiles.newcomers;
  const [bo] = profiles.mentors;
  if (!ada || !bo) throw new Error("two people have two profiles");
  return { newcomer: ada, mentor: bo, minutes: sharedMinutes(ada.presence, bo.presence) };
}

const fitOf = (one: Newcomer, other: Mentor, weights: FitWeights = fitWeights) => fitBy(weights)(together(one, other));
const reasons = (one: Newcomer, other: Mentor) => fitReasons(together(one, other), fitWeights, palafrugell.themeTitles);

const nothing = Object.fromEntries(Object.keys(fitWeights).map((part) => [part, 0])) as unknown as FitWeights;
const online = (timeZone: string, ...hours: string[]) =>
  ({ attendance: "online", timeZone, weeklyHours: weekly(...hours) }) as const;

it("goes from 0 to 100", () => {
  const ada = newcomer("Ada", { wants: ["docs"], themes: [1] });
  expect(fitOf(ada, mentor("Bo", { knows: ["Docs"], themes: [1] }))).toBe(100);
  const far = mentor("Tui", { ...online("Pacific/Auckland"), firstTime: true });
  expect(fitOf({ ...ada, ...online("UTC"), attendance: "on_site", firstTime: true }, far)).toBe(0);
});

it("counts a half up, also where thirds come to one", () => {
  const ada = newcomer("Ada", { ...online("UTC"), attendance: "on_site", firstTime: true, themes: [1] });
  const tui = mentor("Tui", { ...online("Pacific/Auckland"), firstTime: true, themes: [2, 1], knows: ["docs"] });
  // 35 × 1/3 and 25 × 5/6 are 32½.
  expect(fitOf({ ...ada, wants: ["docs", "css", "typing"] }, tui)).toBe(33);
});

it("is the same whatever the weights add up to", () => {
  const ada = newcomer("Ada", { wants: ["docs", "css"], themes: [1, 2] });
  const bo = mentor("Bo", { knows: ["css"], themes: [2] });
  const doubled = Object.fromEntries(Object.entries(fitWeights).map(([part, weight]) => [part, 2 * weight]));
  expect(fitOf(ada, bo, doubled as FitWeights)).toBe(fitOf(ada, bo));
});

describe("learning", () => {
  const only = { ...nothing, learning: 1 };

  it("counts what the mentor knows of what the newcomer wants, however it is written", () => {
    const ada = newcomer("Ada", { wants: ["Docs", "css ", "typing", "async"] });
    expect(fitOf(ada, mentor("Bo", { knows: ["docs", "CSS", "python"] }), only)).toBe(50);
    expect(reasons(ada, mentor("Bo", { knows: ["docs", "CSS", "typing"] }))).toContain(
      "because the mentor knows Docs, css and typing",
    );
    expect(reasons(ada, mentor("Bo", { knows: ["python"] }))).toContain("despite none of the skills to be learned");
  });

  it("who wants nothing in particular fits everybody alike", () => {
    expect(fitOf(newcomer("Ada"), mentor("Bo", { knows: ["docs"] }), only)).toBe(50);
    expect(fitOf(newcomer("Ada"), mentor("Bo"), only)).toBe(50);
  });

  it("more than 32 skills are told apart", () => {
    const skills = Array.from({ length: 70 }, (_, number) => `skill ${number}`);
    const ada = newcomer("Ada", { wants: skills });
    expect(fitOf(ada, mentor("Bo", { knows: skills.slice(35) }), only)).toBe(50);
  });
});

describe("themes", () => {
  const only = { ...nothing, themes: 1 };
  const bo = (...themes: number[]) => mentor("Bo", { themes });

  it("a theme both put first is worth most, one further down less, none nothing", () => {
    const ada = newcomer("Ada", { themes: [1, 2, 3] });
    const values = [bo(1), bo(2, 1), bo(2), bo(3), bo(7), bo()].map((other) => fitOf(ada, other, only));
    expect(values).toEqual([100, 83, 83, 75, 0, 0]);
  });

  it("the best for both counts, not the newcomer's first", () => {
    expect(fitOf(newcomer("Ada", { themes: [1, 2] }), bo(2, 7, 1), only)).toBe(83);
    expect(reasons(newcomer("Ada", { themes: [1, 2] }), bo(2, 7, 1))).toContain(
      "because both chose “Background tasks”",
    );
  });

  it("says which, by its title", () => {
    const ada = newcomer("Ada", { themes: [1, 2] });
    expect(reasons(ada, bo(1))).toContain("because both put “Type hints” first");
    expect(reasons(ada, bo(2))).toContain("because both chose “Background tasks”");
    expect(reasons(ada, bo(3))).toContain("despite no theme in common");
    expect(reasons(ada, bo()).join()).not.toContain("theme");
    expect(reasons(newcomer("Ada", { themes: [99] }), bo(99)).join()).not.toContain("99");
  });
});

describe("hours, clocks and attendance", () => {
  it("a working day together is as good as more, and a short time is said", () => {
    const only = { ...nothing, sharedHours: 1 };
    const at = (hours: string) => mentor("Bo", online("Europe/Madrid", hours));
    const ada = newcomer("Ada", online("Europe/Madrid", "thu 00:00-24:00"));
    expect(
      ["thu 08:00-10:00", "thu 08:00-12:00", "thu 08:00-16:00", "thu 04:00-24:00"].map((h) => fitOf(ada, at(h), only)),
    ).toEqual([25, 50, 100, 100]);
    expect(reasons(ada, at("thu 08:00-10:00"))).toContain("despite only 2 shared hours");
    expect(reasons(ada, at("thu 08:00-12:00"))).toContain("because 4 shared hours");
    expect(reasons(ada, at("thu 08:00-12:40"))).toContain("because 4½ shared hours");
    expect(reasons(ada, at("thu 08:00-09:00"))).toContain("despite less than two shared hours");
  });

  it("clocks that show the same time are best, and half a day apart worst", () => {
    const only = { ...nothing, clocks: 1 };
    const ada = newcomer("Ada", online("Europe/Madrid", "thu 00:00-24:00"));
    const inZone = (zone: string) => mentor("Bo", online(zone, "thu 00:00-24:00"));
    const zones = ["Europe/Rome", "Europe/London", "Asia/Kathmandu", "America/New_York", "Pacific/Auckland"];
    expect(zones.map((zone) => fitOf(ada, inZone(zone), only))).toEqual([100, 92, 69, 50, 17]);
    expect(reasons(ada, inZone("Europe/Rome"))).toContain("because their clocks show the same time");
    expect(reasons(ada, inZone("Europe/London"))).toContain("because their clocks are only 1 hour apart");
    expect(reasons(ada, inZone("Pacific/Auckland"))).toContain("despite clocks that are 10 hours apart");
    expect(reasons(ada, inZone("Asia/Kathmandu")).join()).not.toContain("clocks");
  });

  it("across the date line, clocks 25 hours apart are one hour apart", () => {
    const only = { ...nothing, clocks: 1 };
    const first = newcomer("Tion", online("Pacific/Kiritimati", "thu 00:00-24:00"));
    expect(fitOf(first, mentor("Sina", online("Pacific/Pago_Pago", "thu 00:00-24:00")), only)).toBe(92);
  });

  it("at one place, clocks at home do not matter", () => {
    const bo = mentor("Bo", { timeZone: "Pacific/Auckland" });
    expect(fitOf(newcomer("Ada"), bo, { ...nothing, clocks: 1 })).toBe(100);
    expect(reasons(newcomer("Ada"), bo)).toEqual(["because 18 shared hours", "because both are on site"]);
  });

  it("on site fits on site, online fits online", () => {
    const only = { ...nothing, attendance: 1 };
    const ada = newcomer("Ada");
    expect(fitOf(ada, mentor("Bo"), only)).toBe(100);
    expect(fitOf(ada, mentor("Bo", online("UTC")), only)).toBe(0);
    expect(fitOf(newcomer("Ada", online("UTC")), mentor("Bo", online("UTC")), only)).toBe(100);
    expect(reasons(ada, mentor("Bo", online("UTC")))).toContain("despite one on site and one online");
  });
});

it("somebody new goes with somebody who is not", () => {
  const only = { ...nothing, firstTime: 1 };
  const fresh = newcomer("Ada", { firstTime: true });
  expect(fitOf(fresh, mentor("Bo"), only)).toBe(100);
  expect(fitOf(fresh, mentor("Bo", { firstTime: true }), only)).toBe(0);
  expect(fitOf(newcomer("Ada"), mentor("Bo", { firstTime: true }), only)).toBe(100);
  expect(reasons(fresh, mentor("Bo", { firstTime: true }))).toContain("despite a first time for both");
  expect(reasons(fresh, mentor("Bo"))).toContain("because it is the first time for one and not for the other");
});

it("what speaks for it is said first, and a part without weight not at all", () => {
  const ada = newcomer("Ada", { wants: ["docs"], themes: [1], firstTime: true });
  const bo = mentor("Bo", { themes: [1], firstTime: true });
  expect(reasons(ada, bo)).toEqual([
    "because both put “Type hints” first",
    "because 18 shared hours",
    "because both are on site",
    "despite none of the skills to be learned",
    "despite a first time for both",
  ]);
  const some = fitReasons(together(ada, bo), { ...nothing, themes: 1 }, palafrugell.themeTitles);
  expect(some).toEqual(["because both put “Type hints” first"]);
});
