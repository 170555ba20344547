import { beforeEach, describe, expect, it } from "vitest";
import type { Mail } from "../../../app/bridges/mail.server";
import { limits } from "../../../app/domain/limits";
import { openLog } from "../../../app/server/log.server";
import { remindOnce } from "../../../app/server/reminding.server";
import { change } from "../../../db/queries/change.server";
import { acceptPair, sweepSilent } from "../../../db/queries/pair-answers.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makePair } from "../../support/pairs";
import { TEST_NOW } from "../../support/test-clock";

const { db, setClock, stageOnce } = await testDatabase();
let cast: Cast;
let id: number;
const mails: Mail[] = [];

stageOnce(async () => {
  cast = await makeCast(db);
  id = await makePair(db, cast.django, cast.kofi, cast.priya);
});
beforeEach(() => {
  mails.length = 0;
});

const hoursLater = (hours: number) => setClock(new Date(Date.parse(TEST_NOW) + hours * 3_600_000).toISOString());
const look = () =>
  remindOnce({
    db,
    log: openLog(true),
    origin: () => "http://localhost",
    mailer: { kind: "smtp", send: async (mail) => void mails.push(mail) },
  });

describe("people who leave their pair unanswered", () => {
  it(`hear nothing until ${limits.answerHours} hours are over, and then once each`, async () => {
    await hoursLater(limits.answerHours - 1);
    await look();
    expect(mails).toEqual([]);
    await hoursLater(limits.answerHours);
    await Promise.all([look(), look(), look()]);
    await look();
    expect(mails.map(({ to }) => to).sort()).toEqual([cast.kofi.email, cast.priya.email].sort());
    expect(mails[0]?.text).toContain(`http://localhost/django/pairs/${id}`);
  });

  it("are not those who have said yes", async () => {
    const at = { communityId: cast.django.id, id };
    await change(db, stage, "accept pair", (tx) => acceptPair(tx, at, { side: "newcomer", personId: cast.kofi.id }));
    await hoursLater(limits.answerHours);
    expect((await sweepSilent(db)).map(({ person }) => person.name)).toEqual(["Priya Sharma"]);
  });

  it("are left alone once the sprint is over", async () => {
    await setClock("2027-01-01T00:00:00Z");
    expect(await sweepSilent(db)).toEqual([]);
  });

  it("are looked for by one copy of the app at a time", async () => {
    await hoursLater(limits.answerHours);
    await change(db, stage, "remind pair", async (tx) => {
      await tx.execute("select pg_advisory_xact_lock(hashtext('remind pairs'))");
      expect(await sweepSilent(db)).toEqual([]);
    });
    expect(await sweepSilent(db)).toHaveLength(2);
  });
});
