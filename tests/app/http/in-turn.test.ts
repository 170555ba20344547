import { expect, it } from "vitest";
import { inTurn } from "../../../app/http/in-turn";

it("what is sent second waits for the answer to the first, also to one that fails", async () => {
  const sent: string[] = [];
  const answers: (() => void)[] = [];
  const send = (name: string, fails = false) =>
    inTurn(async () => {
      sent.push(name);
      await new Promise<void>((answer) => answers.push(answer));
      if (fails) throw new Error(`${name} did not arrive`);
      return name;
    });
  const [first, second] = [send("first", true), send("second")];
  await Promise.resolve();
  await Promise.resolve();
  expect(sent).toEqual(["first"]);
  answers[0]?.();
  await expect(first).rejects.toThrow("first did not arrive");
  while (sent.length < 2) await Promise.resolve();
  answers[1]?.();
  expect(await second).toBe("second");
});
