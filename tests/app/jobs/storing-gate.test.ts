import { expect, it } from "vitest";
import { StoringGate } from "../../../app/jobs/storing-gate";

it("lets a run store, or be stopped, and never both", () => {
  const server = new StoringGate();
  const thread = new StoringGate(server.shared);
  expect(thread.enter()).toBe(true);
  expect(server.shut()).toBe(false);
  thread.leave();
  expect(server.shut()).toBe(true);
  expect(thread.enter()).toBe(false);
  thread.leave();
  expect(thread.enter()).toBe(false);
});
