import { expect, it } from "vitest";
import type { Mail } from "../../../app/bridges/mail.server";
import { moveWaitingListsOn } from "../../../app/server/waiting-lists.server";
import { change } from "../../../db/queries/change.server";
import { register, withdraw } from "../../../db/queries/registering.server";
import { holdSprint } from "../../../db/queries/sprints.server";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeSprint, palafrugell } from "../../support/sprints";

const { db, setClock } = await testDatabase();
const { mireia, kofi, zoe, django } = await makeCast(db);

it("when the hours of an offer are over, the next in line is written to once, by whichever copy comes first", async () => {
  const { id, slug } = await makeSprint(db, django.id, { capacity: 1 });
  await change(db, stage, "set the stage", async (tx) => {
    const sprint = await holdSprint(tx, django.id, id);
    const said = {
      role: "newcomer",
      attendance: "on_site",
      timeZone: "UTC",
      languages: ["en"],
      firstTime: false,
    } as const;
    const lists = { days: [palafrugell.startsOn], weeklyHours: [], skills: [], wants: [], themes: [] };
    const nothing = { seats: null, mentorHours: null };
    for (const person of [mireia, kofi, zoe]) {
      if (sprint)
        await register(tx, django.id, sprint, person.id, { ...said, ...lists, ...nothing, languages: ["en"] });
    }
    if (sprint) await withdraw(tx, django.id, sprint, mireia.id);
  });
  const mails: Mail[] = [];
  const mailer = { kind: "smtp" as const, send: async (mail: Mail) => void mails.push(mail) };
  const desk = { db, mailer, origin: "https://portolan.example", failed: () => {} };
  await moveWaitingListsOn(desk);
  expect(mails).toEqual([]);
  await setClock("2026-05-05T09:00:00Z");
  await Promise.all([moveWaitingListsOn(desk), moveWaitingListsOn(desk)]);
  expect(mails.map(({ to }) => to)).toEqual([zoe.email]);
  expect(mails[0]?.text).toContain("It is held for you until Wednesday 6 May, 11:00 (Europe/Madrid).");
  expect(mails[0]?.text).toContain(`https://portolan.example/django/sprints/${slug}`);
});
