import { beforeEach, describe, expect, it } from "vitest";
import type { Refusal } from "../../../app/http/answers";
import * as edit from "../../../app/routes/$community.sprints.$sprint.registrations.$registration.edit";
import * as withdrawal from "../../../app/routes/$community.sprints.$sprint.registrations.$registration.withdrawal";
import { findRegistration } from "../../../db/queries/registrations.server";
import { findSprint } from "../../../db/queries/sprints.server";
import { type Cast, makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makePair } from "../../support/pairs";
import { TEST_NOW } from "../../support/test-clock";
import { signedIn, type Visitor } from "../../support/visitor";

const { db, sql, setClock, stageOnce } = await testDatabase();
let cast: Cast;
let id: number;
let sprintId: number;
let mireia: Visitor;

stageOnce(async () => {
  cast = await makeCast(db);
  await makePair(db, cast.django, cast.kofi, cast.priya, {
    newcomer: { attendance: "on_site", skills: ["sql"] },
  });
  sprintId = (await findSprint(db, cast.django.id, cast.django.sprint))?.id ?? 0;
  id = (await findRegistration(db, cast.django.id, sprintId, cast.kofi.id))?.id ?? 0;
});
beforeEach(async () => {
  mireia = await signedIn({ db }, cast.mireia);
});

const at = (registration: number | string = id) => ({
  community: "django",
  sprint: cast.django.sprint,
  registration: String(registration),
});
const path = (what: string) => `/django/sprints/${cast.django.sprint}/registrations/${id}/${what}`;
const send = (who: Visitor, what: "edit" | "withdrawal", fields: Record<string, string> = {}, params = at()) =>
  who.send(what === "edit" ? edit.action : withdrawal.action, path(what), fields, { params });
const filled = async () => {
  const { data } = await mireia.read(edit.loader, path("edit"), at());
  return (data as { filled: Record<string, string> }).filled;
};
const stored = () => findRegistration(db, cast.django.id, sprintId, cast.kofi.id);
const because = ({ data }: { data: unknown }) => (data as Refusal).because;
/** What was sent, by whom it was sent to: letters of one change go out side by side. */
const letters = () => sql<{ recipient: string; body: string }>`select recipient, body from mailbox order by recipient`;

describe("an organizer corrects a registration", () => {
  it.each([TEST_NOW, "2026-05-21T10:00:00Z", "2026-06-30T10:00:00Z"])(
    "before the sprint, while it is on, and when it is over (%s)",
    async (now) => {
      await setClock(now);
      mireia = await signedIn({ db }, cast.mireia);
      const form = await filled();
      expect(form).toMatchObject({ part: "newcomer", skills: "sql", languages: "English" });
      const answer = await send(mireia, "edit", { ...form, skills: "sql, css", "mon-morning": "yes" });
      expect(answer.location).toBe(`/django/sprints/${cast.django.sprint}/registrations`);
      expect(await stored()).toMatchObject({ skills: ["sql", "css"], weeklyHours: [[540, 720]] });
    },
  );

  it("and what somebody would rather keep to themselves is neither shown nor touched", async () => {
    const priya = (await findRegistration(db, cast.django.id, sprintId, cast.priya.id))?.id ?? 0;
    await sql`select set_config('portolan.action', 'set the stage', false)`;
    await sql`insert into kept_apart (community_id, sprint_id, registration_id, other_id)
      values (${cast.django.id}, ${sprintId}, ${id}, ${priya})`;
    const form = await filled();
    expect(Object.entries(form).filter(([name, value]) => name.startsWith("apart") && value !== "")).toEqual([]);
    await send(mireia, "edit", { ...form, apart1: String(id), skills: "css" });
    expect(await stored()).toMatchObject({ notWith: [priya], skills: ["sql"] });
    const { apart1: _, apart2: __, ...rest } = form;
    await send(mireia, "edit", { ...rest, skills: "css" });
    expect(await stored()).toMatchObject({ notWith: [priya], skills: ["css"] });
  });

  it("that the person has changed meanwhile is shown beside it, and nothing is lost", async () => {
    const form = await filled();
    await send(mireia, "edit", { ...form, skills: "theirs" });
    const late = await send(mireia, "edit", { ...form, skills: "ours" });
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({
      typed: { skills: "ours", seen: "2" },
      clash: { by: cast.mireia.name, clashes: [{ label: "What they know", theirs: "theirs", yours: "ours" }] },
    });
  });

  it("but not against a pair: the sentence names whose it is", async () => {
    const answer = await send(mireia, "edit", { ...(await filled()), part: "mentor" });
    expect([answer.status, because(answer)]).toEqual([409, expect.stringContaining("Kofi Abara has a mentor at this")]);
    expect(await stored()).toMatchObject({ role: "newcomer" });
  });

  it("and wrong values get the sentences of the registration form", async () => {
    const answer = await send(mireia, "edit", { ...(await filled()), timeZone: "Moon/Base", otherHours: "mon 20-18" });
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({
      errors: [
        { field: "timeZone" },
        { field: "otherHours", message: expect.stringContaining("ends before it starts") },
      ],
    });
  });

  it("nobody else does: a member is refused, and it is on the trail", async () => {
    const zoe = await signedIn({ db }, cast.zoe);
    for (const what of ["edit", "withdrawal"] as const) expect((await send(zoe, what)).status).toBe(403);
    const denied = await sql`select action from audit_rows where outcome = 'denied' order by id`;
    expect(denied).toEqual([{ action: "correct registration" }, { action: "withdraw somebody" }]);
    expect((await send(mireia, "edit", {}, at(id + 5_000))).status).toBe(404);
  });
});

describe("an organizer withdraws somebody", () => {
  it("who is told, and so is the other side of their pair", async () => {
    expect((await send(mireia, "withdrawal")).status).toBe(303);
    expect(await stored()).toBeNull();
    const sent = await letters();
    expect(sent.map(({ recipient }) => recipient)).toEqual([cast.kofi.email, cast.priya.email]);
    expect(sent[0]?.body).toContain("Mireia Puig, who organizes Django on the Med, has noted that you cannot come.");
    expect(sent[1]?.body).toContain("Kofi Abara cannot come to Django on the Med after all, so your pair has ended.");
    expect((await send(mireia, "withdrawal")).status).toBe(404);
  });

  it("but not from a sprint that is over", async () => {
    await setClock("2026-06-30T10:00:00Z");
    mireia = await signedIn({ db }, cast.mireia);
    expect(await send(mireia, "withdrawal")).toMatchObject({ status: 409 });
    expect(await stored()).not.toBeNull();
  });
});
