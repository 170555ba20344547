import { expect, it } from "vitest";
import { ExampleBanner } from "../../../app/components/example-banner";
import { words } from "./markup";

const said = (empty: boolean, cleared: boolean) =>
  words(<ExampleBanner signedIn={false} empty={empty} cleared={cleared} />);

it("the example says that it is one, and offers its people and a start of one's own", () => {
  expect(said(false, false)).toMatch(/^This is an example\. Nothing here is real.*an organizer.*Clear the example/);
});

it("what somebody makes after clearing the example is not called an example, and nobody is offered to look around as", () => {
  expect(said(false, true)).toBe(
    "The example is cleared, and what is here is yours. Mail does not leave this machine. Mailbox",
  );
});

it("an emptied example says where one's own begins", () => {
  expect(said(true, true)).toContain("It is empty: the address for creating your community");
});
