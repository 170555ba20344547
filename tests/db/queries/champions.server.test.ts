import { describe, expect, it } from "vitest";
import { violatedConstraint } from "../../../db/client.server";
import { answerOffer, listOpenOffers, offerTheme } from "../../../db/queries/champion-offers.server";
import { type ChampionAt, endChampion, listChampions } from "../../../db/queries/champions.server";
import { change } from "../../../db/queries/change.server";
import { leave } from "../../../db/queries/memberships.server";
import { listOffersToAnswer } from "../../../db/queries/open-offers.server";
import { findTheme } from "../../../db/queries/themes.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";

const { db, sql, stageOnce } = await testDatabase();
let cast: Cast;
let at: ChampionAt;
const organizer = () => ({ personId: cast.mireia.id, organizer: true });
const member = (person: { id: number }) => ({ personId: person.id, organizer: false });

stageOnce(async () => {
  cast = await makeCast(db);
  at = { communityId: cast.django.id, themeId: cast.django.themeId };
  await endChampion(db, stage, at, { note: "", by: organizer() });
});

const ask = (person: { id: number; name: string }, note = "") =>
  offerTheme(db, stage, at, person, { note, by: organizer() });
const champion = async () => (await findTheme(db, cast.django.id, cast.django.themeSlug))?.champion ?? null;
const openOffer = async (person: { id: number }) =>
  (await listOpenOffers(db, at)).find(({ personId }) => personId === person.id)?.id ?? 0;
const answers = () => sql<{ answer: string }>`
  select answer from champion_answers join champion_offers o on o.id = offer_id order by o.id`;

describe("a member who is asked to carry a theme", () => {
  it("finds the question in their work, accepts, and the theme names them", async () => {
    expect(await ask(cast.zoe, "You know it best.")).toEqual({ is: "done", said: { carries: false } });
    expect(await listOffersToAnswer(db, cast.zoe.id)).toMatchObject([
      { own: true, asker: "Mireia Puig", note: "You know it best.", theme: { slug: cast.django.themeSlug } },
    ]);
    expect(await listOffersToAnswer(db, cast.mireia.id)).toEqual([]);
    const outcome = await answerOffer(db, stage, at, await openOffer(cast.zoe), {
      answer: "accepted",
      by: member(cast.zoe),
    });
    expect(outcome).toMatchObject({ is: "done" });
    expect(await champion()).toBe("Zoë Lindqvist");
    expect(await listOffersToAnswer(db, cast.zoe.id)).toEqual([]);
  });

  it("declines, and nobody carries it", async () => {
    await ask(cast.zoe);
    await answerOffer(db, stage, at, await openOffer(cast.zoe), { answer: "declined", by: member(cast.zoe) });
    expect(await champion()).toBeNull();
    expect(await answers()).toEqual([{ answer: "declined" }]);
  });

  it("steps back with a note, which the next one reads", async () => {
    await ask(cast.zoe);
    await answerOffer(db, stage, at, await openOffer(cast.zoe), { answer: "accepted", by: member(cast.zoe) });
    await endChampion(db, stage, at, { note: "Ask Priya about hashers.", by: member(cast.zoe) });
    expect(await champion()).toBeNull();
    expect(await listChampions(db, at)).toMatchObject([
      { name: "Zoë Lindqvist", reason: "stepped_back", note: "Ask Priya about hashers." },
      { name: "Mireia Puig", reason: "stepped_back" },
    ]);
  });
});

it("a stranger who offers to carry a theme becomes a member, and the organizers read of it", async () => {
  await offerTheme(db, stage, at, cast.kofi, { note: "I would love to.", by: member(cast.kofi) });
  expect(await listOffersToAnswer(db, cast.mireia.id)).toMatchObject([{ own: false, name: "Kofi Abara" }]);
  expect(await listOffersToAnswer(db, cast.omar.id)).toEqual([]);
  await answerOffer(db, stage, at, await openOffer(cast.kofi), { answer: "accepted", by: organizer() });
  expect(await champion()).toBe("Kofi Abara");
});

it("an organizer who takes a theme carries it at once, and what was asked of others lapses", async () => {
  await ask(cast.zoe);
  expect(await ask(cast.mireia)).toEqual({ is: "done", said: { carries: true } });
  expect(await champion()).toBe("Mireia Puig");
  expect(await answers()).toEqual([{ answer: "lapsed" }]);
});

describe("of two people who accept one theme at the same moment", () => {
  it("one carries it, and the other is told that theirs has been answered", async () => {
    await ask(cast.zoe);
    await ask(cast.priya);
    const offers = [
      { id: await openOffer(cast.zoe), by: member(cast.zoe) },
      { id: await openOffer(cast.priya), by: member(cast.priya) },
    ];
    const outcomes = await Promise.all(
      offers.map(({ id, by }) => answerOffer(db, stage, at, id, { answer: "accepted", by })),
    );
    expect(outcomes.map(({ is }) => is).sort()).toEqual(["done", "no"]);
    const [row] = await sql<{
      open: number;
    }>`select count(*)::int as open from champions where ended_at is null and theme_id = ${at.themeId}`;
    expect(row?.open).toBe(1);
  });

  it("the constraint has the last word, whatever the code believes", async () => {
    await ask(cast.mireia);
    const second = change(db, stage, "make champion", (tx) =>
      tx.execute(
        `insert into champions (community_id, theme_id, person_id) values (${at.communityId}, ${at.themeId}, ${cast.zoe.id})`,
      ),
    );
    expect(violatedConstraint(await second.catch((error: unknown) => error))).toBe("champions_one_a_theme");
  });
});

it("of ten offers to one person at once, one is stored", async () => {
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => ask(cast.zoe)));
  expect(outcomes.filter(({ is }) => is === "done")).toHaveLength(1);
  expect(await listOpenOffers(db, at)).toHaveLength(1);
});

it("whoever leaves the community carries none of its themes, and no offer waits for them", async () => {
  await ask(cast.priya);
  await ask(cast.zoe);
  await answerOffer(db, stage, at, await openOffer(cast.zoe), { answer: "accepted", by: member(cast.zoe) });
  await change(db, stage, "leave community", (tx) => leave(tx, cast.django.id, cast.zoe.id));
  expect(await champion()).toBeNull();
  expect((await listChampions(db, at))[0]).toMatchObject({ name: "Zoë Lindqvist", reason: "left" });
});

it("a theme that is off the roadmap is offered to nobody", async () => {
  expect(
    await offerTheme(db, stage, { ...at, themeId: cast.wagtail.themeId }, cast.zoe, { note: "", by: organizer() }),
  ).toEqual({
    is: "gone",
  });
});
