import { describe, expect, it } from "vitest";
import {
  type GaugeSprint,
  gaugeSprint,
  type MentorGiving,
  type NewcomersWishing,
  readGauge,
  serveInOrder,
  shareHours,
} from "../../../../app/domain/roadmap/gauge";
import { type Preparable, prepareNext } from "../../../../app/domain/roadmap/prepare-next";

const now = new Date("2026-05-20T08:00:00Z");
const sprint = {
  startsOn: "2026-05-19",
  endsOn: "2026-05-23",
  timeZone: "Europe/Madrid",
  openedAt: now,
  pairHours: 2,
  taskHours: 1,
};
const on: GaugeSprint<typeof sprint> = { is: "on", sprint };
const auth = { id: 1, slug: "auth", title: "Auth", open: 3, ready: 1 };
const hints = { id: 2, slug: "hints", title: "Type hints", open: 2, ready: 0 };
const wish = (people: number, ...themes: number[]): NewcomersWishing => ({ themes, people, paired: 0 });
const everyDay = ["2026-05-19", "2026-05-20", "2026-05-21", "2026-05-22", "2026-05-23"];
const mentor = (mentorHours: number, themes: number[], days = everyDay): MentorGiving => ({
  themes,
  days,
  mentorHours,
  pairs: 0,
  namedTasks: 0,
});
const read = (
  newcomers: NewcomersWishing[],
  mentors: MentorGiving[],
  { themes = [auth], exact = true, at = on as GaugeSprint<typeof sprint> | null } = {},
) => readGauge(themes, { sprint: at, wishes: { newcomers, mentors }, now, exact });
const says = (...args: Parameters<typeof read>) => read(...args).themes[0]?.says;

describe("a theme says in one sentence what is missing", () => {
  it("tasks, before anything else", () => {
    expect(says([wish(4, 1)], [])).toBe("4 newcomers want this, 1 task is ready: prepare 3 more.");
    expect(says([wish(1, 2)], [], { themes: [hints] })).toBe("1 newcomer wants this, no task is ready: prepare 1.");
  });

  it("then a mentor, then their hours, then a day without any of them", () => {
    const rich = { themes: [{ ...auth, ready: 5 }] };
    expect(says([wish(4, 1)], [mentor(8, [2])], rich)).toBe("4 newcomers want this, and nobody mentors here.");
    expect(says([wish(4, 1)], [mentor(3, [1])], rich)).toBe(
      "4 newcomers here have no mentor yet: that takes 8 mentor hours, and 3 are left.",
    );
    const away = mentor(20, [1], ["2026-05-19", "2026-05-20", "2026-05-21", "2026-05-22"]);
    expect(says([wish(4, 1)], [away], rich)).toBe("Nobody mentors here on Saturday 23 May.");
    expect(says([wish(4, 1)], [mentor(20, [1])], rich)).toBe(
      "4 newcomers want this, and 5 tasks are ready: nothing is missing.",
    );
  });

  it("something true when nobody wishes, between sprints, and before the first one", () => {
    expect(says([], [])).toBe("No newcomer has wished for this so far. 1 task is ready.");
    expect(says([wish(4, 1)], [], { at: { is: "last", sprint } })).toBe(
      "4 newcomers wished for this at the last sprint and hold no task now, and 1 task is ready: prepare 3 more.",
    );
    expect(says([], [], { at: null })).toBe(
      "1 task is ready. No sprint is planned, so nobody has said what they wish for.",
    );
  });
});

describe("mentor hours", () => {
  it("of somebody who wishes for several themes are shared, the odd ones with the earlier wishes", () => {
    expect([...shareHours([7, 8, 9], 8)]).toEqual([
      [7, 3],
      [8, 3],
      [9, 2],
    ]);
  });

  it("add up to the roadmap's, so that none is counted twice, and are spent by pairs and named tasks", () => {
    const busy = { ...mentor(9, [1, 2]), pairs: 2, namedTasks: 1 };
    const gauge = read([], [mentor(5, [2, 1]), busy], { themes: [auth, hints] });
    expect(gauge.themes.map(({ hours }) => hours)).toEqual([4, 5]);
    expect(gauge.hours).toBe(9);
  });
});

describe("ready tasks handed out in order of wish", () => {
  it("serve first choices first, and leave whoever has no other wish to the end of nothing", () => {
    const themes = [
      { id: 1, ready: 2 },
      { id: 2, ready: 1 },
    ];
    expect(serveInOrder(themes, [wish(2, 1), wish(1, 1, 2)])).toBe(0);
    expect(serveInOrder(themes, [wish(3, 1), wish(1, 2)])).toBe(1);
    expect(serveInOrder(themes, [wish(2, 1), wish(2)])).toBe(1);
  });
});

describe("a member who is no organizer", () => {
  it("reads no number behind which fewer than three stand, of newcomers or of mentors", () => {
    const gauge = read([wish(2, 1)], [mentor(8, [1]), mentor(8, [1])], { exact: false });
    expect(gauge).toMatchObject({ newcomers: null, hours: null });
    expect(gauge.themes[0]).toMatchObject({
      wants: null,
      first: null,
      unpaired: null,
      hours: null,
      hoursFor: null,
      gap: 0,
    });
    expect(gauge.themes[0]?.says).toBe("Few newcomers or none want this so far, and 1 task is ready.");
  });

  it("reads those behind which three stand", () => {
    const three = [mentor(8, [1]), mentor(8, [1]), mentor(8, [1])];
    expect(read([wish(3, 1)], three, { exact: false }).themes[0]).toMatchObject({ wants: 3, hours: 24, hoursFor: 12 });
  });
});

it("the gauge is read for the sprint that is on, else the next, else the last", () => {
  const past = { ...sprint, startsOn: "2026-01-01", endsOn: "2026-01-02" };
  const next = { ...sprint, startsOn: "2026-07-01", endsOn: "2026-07-02" };
  const later = { ...sprint, startsOn: "2026-09-01", endsOn: "2026-09-02" };
  expect(gaugeSprint([later, next, sprint, past], now)).toEqual({ is: "on", sprint });
  expect(gaugeSprint([later, next, past], now)).toEqual({ is: "next", sprint: next });
  expect(gaugeSprint([past], now)).toEqual({ is: "last", sprint: past });
  expect(gaugeSprint([], now)).toBeNull();
});

describe("what to prepare next", () => {
  const nothing = { near: [], questions: [] };
  const gauges = (newcomers: NewcomersWishing[], more: Record<number, Partial<Preparable>>): Preparable[] =>
    read(newcomers, [mentor(20, [1, 2])], { themes: [auth, hints] }).themes.map((theme) => ({
      ...theme,
      ...nothing,
      ...more[theme.id],
    }));
  const near = (number: number, ...lacks: string[]) => ({ number, title: `Task ${number}`, lacks });

  it("is ordered by how many newcomers it would serve: an answer that frees two tasks before one task", () => {
    const next = prepareNext(
      gauges([wish(4, 1), wish(3, 2)], {
        1: { near: [near(5, "how to verify it")] },
        2: { questions: [{ number: 1, title: "Stubs?", waits: 2, unlocks: 2 }] },
      }),
      10,
    );
    expect(next.map(({ kind, number, serves, reason }) => [kind, number, serves, reason])).toEqual([
      ["answer", 1, 2, "3 newcomers want the theme. 2 tasks wait for the answer and lack nothing else."],
      ["task", 5, 1, "4 newcomers want the theme. It lacks nothing but how to verify it."],
    ]);
  });

  it("names a theme without tasks, for everybody who wants it, and no more tasks than are missing", () => {
    const next = prepareNext(
      gauges([wish(2, 1), wish(3, 2)], {
        1: { near: [near(5, "where to start", "how to verify it"), near(6, "how to verify it")] },
        2: { open: 0 },
      }),
      10,
    );
    expect(next.map(({ kind, serves, reason }) => [kind, serves, reason])).toEqual([
      ["split", 3, "3 newcomers want the theme. It has no task yet."],
      ["task", 1, "2 newcomers want the theme. It lacks where to start and how to verify it."],
    ]);
  });

  it("leaves out what somebody prepares already", () => {
    const themes = gauges([wish(3, 1)], { 1: { near: [near(5, "how to verify it"), near(6, "how to verify it")] } });
    const taken = {
      kind: "task",
      theme: { slug: themes[0]?.slug ?? "" },
      taskNumber: 5,
      questionNumber: null,
    } as const;
    expect(prepareNext(themes, 10, [taken]).map(({ number }) => number)).toEqual([6]);
  });

  it("names a theme that nobody mentors", () => {
    const [theme] = read([wish(3, 1)], [], { themes: [{ ...auth, ready: 3 }] }).themes;
    expect(prepareNext(theme ? [{ ...theme, ...nothing }] : [], 10)).toMatchObject([
      {
        kind: "mentor",
        serves: 3,
        reason: "3 newcomers want the theme. Nobody mentors here, and 3 of them have no mentor.",
      },
    ]);
  });
});
