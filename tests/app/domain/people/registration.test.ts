import { expect, it } from "vitest";
import { canChangePart, canRegister, canWithdraw, takesPlace } from "../../../../app/domain/people/registration";
import { partInWords, registeredWords, registrationLine } from "../../../../app/domain/people/registration-words";
import { freePlaces, placesInWords } from "../../../../app/domain/sprint/places";

const sprint = {
  name: "Palafrugell 2026",
  startsOn: "2026-05-07",
  endsOn: "2026-05-09",
  timeZone: "Europe/Madrid",
  openedAt: new Date("2026-04-01T09:00:00Z") as Date | null,
};
const before = new Date("2026-05-04T09:00:00Z");
const during = new Date("2026-05-09T21:59:00Z");
const after = new Date("2026-05-09T22:00:00Z");

it("people register from the opening to the end of the last day", () => {
  expect(canRegister(sprint, before)).toEqual({ ok: true });
  expect(canRegister(sprint, during)).toEqual({ ok: true });
  expect(canRegister(sprint, after)).toMatchObject({
    ok: false,
    status: 409,
    because: expect.stringContaining("is over"),
  });
  for (const now of [before, during]) {
    expect(canRegister({ ...sprint, openedAt: null }, now)).toMatchObject({
      ok: false,
      because: "Registration for Palafrugell 2026 has not been opened yet. Look again in a few days.",
    });
  }
});

it("whoever is registered withdraws until the last day is over", () => {
  expect(canWithdraw(sprint, during, true)).toEqual({ ok: true });
  expect(canWithdraw(sprint, during, false)).toMatchObject({ because: expect.stringContaining("nothing to withdraw") });
  expect(canWithdraw(sprint, after, true)).toMatchObject({ ok: false, status: 409 });
});

it("a place is taken by who comes to it, and online by everybody", () => {
  expect(takesPlace({ online: false }, "on_site")).toBe(true);
  expect(takesPlace({ online: false }, "online")).toBe(false);
  expect(takesPlace({ online: true }, "online")).toBe(true);
});

it("a part stays while there are pairs, and so do the seats they take", () => {
  const newcomer = { role: "newcomer", seats: null } as const;
  const mentor = (seats: number) => ({ role: "mentor", seats }) as const;
  expect(canChangePart(newcomer, mentor(3), 0)).toEqual({ ok: true });
  expect(canChangePart(newcomer, mentor(3), 1)).toMatchObject({ ok: false, status: 409 });
  expect(canChangePart(mentor(3), newcomer, 1)).toMatchObject({ ok: false, status: 409 });
  expect(canChangePart(mentor(3), mentor(2), 2)).toEqual({ ok: true });
  expect(canChangePart(mentor(3), mentor(1), 2)).toMatchObject({
    because: expect.stringContaining("you need 2 seats"),
  });
});

it("people read as what they come", () => {
  const days = ["2026-05-07", "2026-05-08", "2026-05-09"];
  const mentor = { role: "mentor", seats: 1, days, attendance: "online" } as const;
  expect(partInWords(mentor, { online: false, days })).toBe("You come as a mentor with 1 seat, online, every day.");
  expect(partInWords({ ...mentor, role: "newcomer", seats: null, days: ["2026-05-08"] }, { online: true, days })).toBe(
    "You come as a newcomer, on Friday 8 May.",
  );
  const line = { ...mentor, id: 1, name: "Priya Sharma", waitingFor: null, waitingPlace: null, paused: false };
  expect(registrationLine(line, { online: false, days }).said).toEqual(["Every day", "online", "1 seat"]);
});

it("whoever waits is told which place in the line they have", () => {
  expect(registeredWords({ isNew: true, waitingFor: "place", waitingPlace: 4 })).toContain(
    "You are on the waiting list: number 4.",
  );
  expect(registeredWords({ isNew: false, waitingFor: "place", waitingPlace: 4 })).toMatch(/^Saved\./);
  expect(registeredWords({ isNew: true, waitingFor: null, waitingPlace: null })).toMatch(/^You are registered\./);
});

it("free places are counted, and never below none", () => {
  const counts = { onSite: 11, online: 5, waiting: 0 };
  const room = (capacity: number | null, online = false) => ({ capacity, online });
  expect(freePlaces(room(14), counts)).toBe(3);
  expect(freePlaces(room(14, true), counts)).toBe(0);
  expect(freePlaces(room(null), counts)).toBeNull();
  expect(placesInWords(room(12), counts)).toBe("1 of 12 places on site is free.");
  expect(placesInWords(room(11), counts)).toBe(
    "All 11 places on site are taken. Whoever registers now waits in line for the next free one.",
  );
  expect(placesInWords(room(11), { ...counts, waiting: 1 })).toBe(
    "All 11 places on site are taken, and one person waits in line.",
  );
  expect(placesInWords(room(1), { ...counts, waiting: 2 })).toBe(
    "The one place on site is taken, and 2 people wait in line.",
  );
  expect(placesInWords(room(null), counts)).toBeNull();
});
