import { expect, it } from "vitest";
import { runningSaid, runningTitle, runsAlready, stepsOfRun } from "../../../../app/domain/plans/running";

const running = { people: 11_500, newcomers: 10_000, by: "Mireia Puig", step: "comparing", compared: 4_500 } as const;

it("says of how many people, who began it, and how far it is", () => {
  expect(runningTitle(running)).toBe("Pairing 11,500 people");
  expect(runningSaid(running)).toBe("Comparing every newcomer with every mentor: 4,500 of 10,000.");
  expect(stepsOfRun(running).map(({ step, state }) => `${step} ${state}`)).toEqual([
    "reading done",
    "comparing now",
    "placing next",
    "proving next",
    "storing next",
  ]);
  expect(runsAlready(running)).toBe(
    "Mireia Puig is having 11,500 people paired at this moment. Wait for that plan at the table, or stop it there.",
  );
});
