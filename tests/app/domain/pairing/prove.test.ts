import { expect, it } from "vitest";
import { pairWorth } from "../../../../app/domain/pairing/instance";
import { match } from "../../../../app/domain/pairing/match";
import { prove } from "../../../../app/domain/pairing/prove";
import { instanceOf, madeUpSprint } from "./made-up";

const two = instanceOf(
  [1, 1],
  [
    [
      [0, 10],
      [1, 40],
    ],
    [
      [0, 20],
      [1, 90],
    ],
  ],
);

it("adds up what a plan is worth, and what no plan can be worth more than", () => {
  const worth = pairWorth(two);
  const proof = prove(two, { mentorOf: Int32Array.of(0, 1), prices: Float64Array.of(0, 0) });
  expect(proof).toEqual({
    pairs: 2,
    fit: 100,
    cost: 0,
    value: 2 * worth + 100,
    bound: 2 * worth + 130,
    gap: 30,
    isBest: false,
  });
});

it("a worse plan is not the best, whatever the prices say", () => {
  const { prices } = match(two);
  expect(prove(two, { mentorOf: Int32Array.of(1, 0), prices })).toMatchObject({ isBest: false, gap: 40 });
  expect(prove(two, { mentorOf: Int32Array.of(1, -1), prices }).isBest).toBe(false);
});

it("a plan that breaks a rule is not the best, even where the sums agree", () => {
  const one = instanceOf([1], [[[0, 10]], [[0, 10]]]);
  const { prices } = match(one);
  expect(prove(one, { mentorOf: Int32Array.of(0, -1), prices }).isBest).toBe(true);
  expect(prove(one, { mentorOf: Int32Array.of(0, 0), prices }).isBest).toBe(false);
  const apart = instanceOf([1, 1], [[[0, 10]], []]);
  const nothing = Float64Array.of(0, 0);
  expect(prove(apart, { mentorOf: Int32Array.of(0, -1), prices: nothing }).isBest).toBe(true);
  expect(prove(apart, { mentorOf: Int32Array.of(0, 1), prices: nothing }).isBest).toBe(false);
  expect(prove(one, { mentorOf: Int32Array.of(0), prices }).isBest).toBe(false);
});

it("any two people swapped in a large plan are found out, unless they fit as well", () => {
  const instance = madeUpSprint(200, 40, 7, 2);
  const { mentorOf, prices } = match(instance);
  const fit = prove(instance, { mentorOf, prices }).fit;
  let worse = 0;
  for (let newcomer = 1; newcomer < 200; newcomer++) {
    const swapped = mentorOf.slice();
    swapped[newcomer - 1] = mentorOf[newcomer] ?? -1;
    swapped[newcomer] = mentorOf[newcomer - 1] ?? -1;
    const proof = prove(instance, { mentorOf: swapped, prices });
    if (proof.isBest) expect(proof.fit).toBe(fit);
    else worse++;
  }
  expect(worse).toBeGreaterThan(50);
});

it("a price below nothing proves nothing", () => {
  const instance = instanceOf([3], [[[0, 10]]]);
  const proof = prove(instance, { mentorOf: Int32Array.of(-1), prices: Float64Array.of(-5) });
  expect(proof).toMatchObject({ bound: pairWorth(instance) + 15, isBest: false });
});

it("seats that cost more as a mentor fills are counted on both sides", () => {
  const instance = { ...instanceOf([3], [[[0, 10]], [[0, 20]]]), costs: { steps: [0, 4], before: Int32Array.of(0) } };
  const worth = pairWorth(instance);
  expect(prove(instance, { mentorOf: Int32Array.of(0, 0), prices: Float64Array.of(4) })).toEqual({
    pairs: 2,
    fit: 30,
    cost: 4,
    value: 2 * worth + 26,
    bound: 2 * worth + 26,
    gap: 0,
    isBest: true,
  });
});
