import { describe, expect, it } from "vitest";
import { canRevise } from "../../../../app/domain/roadmap/deciding";
import {
  canDeleteQuestion,
  canHandBackQuestion,
  canTakeQuestion,
  questionState,
} from "../../../../app/domain/roadmap/questions";

const django = { name: "Django" };
const open = { decided: false, ownerId: null, owner: null };
const priyas = { decided: false, ownerId: 7, owner: "Priya" };
const member = { personId: 8, member: true };

it("a question is open, looked into while somebody finds out, and answered once a decision stands", () => {
  expect(questionState(open)).toBe("open");
  expect(questionState(priyas)).toBe("looked into");
  expect(questionState({ ...priyas, decided: true })).toBe("answered");
});

describe("who finds out", () => {
  it("is any member, while nobody does", () => {
    expect(canTakeQuestion(open, member, django).ok).toBe(true);
    expect(canTakeQuestion(open, { personId: 8, member: false }, django)).toMatchObject({ status: 403 });
    expect(canTakeQuestion(priyas, member, django)).toMatchObject({
      status: 409,
      because: "Priya is finding out. Tell them what you know, or ask whether you can help.",
    });
    expect(canTakeQuestion({ ...open, decided: true }, member, django)).toMatchObject({ status: 409 });
  });

  it("leaves it to somebody else, or an organizer does it for them", () => {
    expect(canHandBackQuestion(priyas, { personId: 7, organizer: false }).ok).toBe(true);
    expect(canHandBackQuestion(priyas, { personId: 8, organizer: true }).ok).toBe(true);
    expect(canHandBackQuestion(priyas, { personId: 8, organizer: false })).toMatchObject({ status: 403 });
    expect(canHandBackQuestion(open, { personId: 8, organizer: true })).toMatchObject({ status: 409 });
  });
});

it("a decision that was revised is not revised again, and says which one stands", () => {
  expect(canRevise({ revisedIn: null, revisedBy: null }).ok).toBe(true);
  expect(canRevise({ revisedIn: 12, revisedBy: "Omar" })).toMatchObject({
    because: expect.stringContaining("Omar has revised this decision already: decision 12 stands now."),
  });
});

it("an answered question is not deleted", () => {
  expect(canDeleteQuestion(null).ok).toBe(true);
  expect(canDeleteQuestion(3)).toMatchObject({ status: 409, because: expect.stringContaining("decision 3") });
});
