import { expect, it } from "vitest";
import { withPublishedReasons } from "../../../../app/domain/plans/published-reasons";
import { pairingTable } from "../../../../app/domain/plans/table";
import { draft, mentor, newcomer, paired, pairing } from "./people";

const kofi = newcomer(1, "Kofi", { wants: ["docs"] });
const zola = newcomer(2, "Zola", { wants: ["css"] });
const priya = mentor(11, "Priya", { skills: ["docs"] });

const under = (state: Parameters<typeof withPublishedReasons>[0] & Parameters<typeof pairingTable>[0]) =>
  withPublishedReasons(state, pairingTable(state, []).mentors).flatMap(({ taken }) =>
    taken.map(({ newcomer, reasons }) => [newcomer, reasons]),
  );

it("under a published pair an organizer reads what speaks against it too, by what the two say now", () => {
  const published = [
    { ...paired(kofi, priya, 1), reasons: ["because the mentor knew css"] },
    { ...paired(zola, priya, 2), id: 2 },
  ];
  expect(under(pairing([kofi, zola, priya], { pairs: published }))).toEqual([
    ["Kofi", ["because the mentor knows docs, 6 shared hours, both are on site"]],
    ["Zola", ["because 6 shared hours, both are on site", "despite none of the skills to be learned"]],
  ]);
});

it("where nothing speaks for a pair any more, what both of them were told stays", () => {
  const far = { languages: ["ja"], attendance: "online" as const, timeZone: "Asia/Tokyo" };
  const ana = newcomer(3, "Ana", far);
  const both = { ...paired(ana, priya), reasons: ["because 1 shared hour"] };
  expect(under(pairing([ana, priya], { pairs: [both] }))[0]?.[1]).toEqual([
    "because 1 shared hour",
    "despite no language in common, less than two shared hours, one on site and one online",
  ]);
});

it("pairs of a draft, and of somebody who has left, stay as they are", () => {
  const planned = pairing([kofi, zola, priya], { draft: draft([[zola, priya]]), pairs: [] });
  expect(under(planned)).toEqual([["Zola", ["because the mentor knows docs"]]]);
  const left = { ...paired(kofi, priya), reasons: ["because both are on site"] };
  expect(under(pairing([priya], { pairs: [left] }))).toEqual([["Kofi", ["because both are on site"]]]);
});
