import { describe, expect, it } from "vitest";
import { canAnswerOffer, canEndChampion, canOffer } from "../../../../app/domain/champions/deeds";

const [mireia, zoe, kofi] = [
  { personId: 1, organizer: true },
  { personId: 2, organizer: false },
  { personId: 3, organizer: false },
];
const free = { champion: null, person: { id: 2, name: "Zoë" }, open: false };
const because = (verdict: { ok: boolean; because?: string }) => (verdict.ok ? "yes" : verdict.because);

describe("a theme that nobody carries", () => {
  it("is offered to a member by an organizer, and by the member themselves", () => {
    expect(because(canOffer(free, mireia))).toBe("yes");
    expect(because(canOffer(free, zoe))).toBe("yes");
  });

  it("is not offered to one member by another", () => {
    expect(canOffer(free, kofi)).toMatchObject({ ok: false, status: 403 });
  });

  it("is not offered twice to the same person, unless an organizer takes it themselves", () => {
    expect(because(canOffer({ ...free, open: true }, mireia))).toMatch(/^Zoë has an offer of this theme already/);
    expect(because(canOffer({ ...free, open: true }, zoe))).toMatch(/^There is an offer about you already/);
    expect(because(canOffer({ champion: null, person: { id: 1, name: "Mireia" }, open: true }, mireia))).toBe("yes");
  });
});

it("a theme that somebody carries is offered to nobody else", () => {
  const carried = { ...free, champion: { personId: 3, name: "Kofi" } };
  expect(because(canOffer(carried, mireia))).toBe(
    "Kofi carries this theme. Somebody else can once Kofi has stepped back.",
  );
  expect(because(canOffer({ ...carried, person: { id: 3, name: "Kofi" } }, kofi))).toBe(
    "You carry this theme already.",
  );
});

describe("an offer", () => {
  const asked = { personId: 2, name: "Zoë", offeredBy: 1, answered: false };
  const own = { ...asked, offeredBy: 2 };

  it("is accepted or declined by whoever was asked, and taken back by whoever asked", () => {
    for (const answer of ["accepted", "declined"] as const) {
      expect(canAnswerOffer(asked, answer, zoe).ok).toBe(true);
      expect(canAnswerOffer(asked, answer, mireia)).toMatchObject({ ok: false, status: 403 });
    }
    expect(canAnswerOffer(asked, "withdrawn", mireia).ok).toBe(true);
    expect(canAnswerOffer(asked, "withdrawn", zoe)).toMatchObject({ ok: false, status: 403 });
  });

  it("of a member about themselves is answered by the organizers, and taken back by the member", () => {
    expect(canAnswerOffer(own, "accepted", mireia).ok).toBe(true);
    expect(canAnswerOffer(own, "accepted", zoe)).toMatchObject({ ok: false, status: 403 });
    expect(canAnswerOffer(own, "withdrawn", zoe).ok).toBe(true);
  });

  it("is answered once", () => {
    expect(canAnswerOffer({ ...asked, answered: true }, "accepted", zoe)).toMatchObject({ ok: false, status: 409 });
  });
});

it("a champion steps back, an organizer may relieve them, and nobody else ends it", () => {
  const champion = { personId: 2 };
  expect(canEndChampion(champion, zoe).ok).toBe(true);
  expect(canEndChampion(champion, mireia).ok).toBe(true);
  expect(canEndChampion(champion, kofi)).toMatchObject({ ok: false, status: 403 });
  expect(canEndChampion(null, mireia)).toMatchObject({ ok: false, status: 409 });
});
