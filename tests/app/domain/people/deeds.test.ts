import { expect, it } from "vitest";
import { canLeave, canOrganize } from "../../../../app/domain/people/deeds";

const django = { name: "Django" };

it("organizers change their community's roadmap", () => {
  expect(canOrganize("organizer", django)).toEqual({ ok: true });
});

it.each(["member", null] as const)("a %s is told who can", (role) => {
  expect(canOrganize(role, django)).toEqual({
    ok: false,
    status: 403,
    because:
      "Only organizers of Django can change its roadmap. Ask one of them; they are named on the community's page.",
  });
});

it("a member leaves, however few organizers there are", () => {
  for (const organizers of [0, 1, 2]) expect(canLeave("member", organizers)).toEqual({ ok: true });
});

it("an organizer leaves while there is another, and the last one stays", () => {
  expect(canLeave("organizer", 2)).toEqual({ ok: true });
  expect(canLeave("organizer", 1)).toMatchObject({
    ok: false,
    status: 409,
    because: expect.stringContaining("only organizer"),
  });
});

it("somebody who is no member has nothing to leave", () => {
  expect(canLeave(null, 3)).toMatchObject({ ok: false, status: 409 });
});
