import type { Mentor, Newcomer, PairingSprint, Participant } from "../../../../app/domain/pairing/people";

/** Thursday to Saturday in Palafrugell, 08:00 to 14:00: where summer time has long begun. */
export const palafrugell: PairingSprint = {
  startsOn: "2025-05-01",
  endsOn: "2025-05-03",
  dayStarts: "08:00",
  dayEnds: "14:00",
  timeZone: "Europe/Madrid",
  themeTitles: new Map([
    [1, "Type hints"],
    [2, "Background tasks"],
    [3, "An API story"],
  ]),
};

const ids = new Map<string, number>();
const idOf = (name: string): number => {
  const id = ids.get(name) ?? ids.size + 1;
  ids.set(name, id);
  return id;
};

const hour = 60;
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Weekly hours as people write them: "thu 18:00-21:00". */
export function weekly(...hours: string[]): [from: number, until: number][] {
  return hours.map((text) => {
    const [, day = "", h1, m1, h2, m2] = /^(\w{3}) (\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text) ?? [];
    const midnight = days.indexOf(day) * 24 * hour;
    return [midnight + Number(h1) * hour + Number(m1), midnight + Number(h2) * hour + Number(m2)];
  });
}

/** Somebody on site all three days who speaks English and has nothing special about them. The same name is the same id. */
const somebody = (name: string): Participant => ({
  id: idOf(name),
  name,
  languages: ["en"],
  themes: [],
  days: ["2025-05-01", "2025-05-02", "2025-05-03"],
  attendance: "on_site",
  timeZone: "Europe/Madrid",
  weeklyHours: [],
  firstTime: false,
  notWith: [],
});

export const newcomer = (name: string, facts: Partial<Newcomer> = {}): Newcomer => ({
  ...somebody(name),
  wants: [],
  ...facts,
});

export const mentor = (name: string, facts: Partial<Mentor> = {}): Mentor => ({
  ...somebody(name),
  knows: [],
  seats: 1,
  ...facts,
});
