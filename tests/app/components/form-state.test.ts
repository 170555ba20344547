import { expect, test } from "vitest";
import { peopleOptions } from "../../../app/components/form-state";

test("people to choose from stand by name, whatever order they came in", () => {
  const came = ["Zoë", "Bo", "Ángel", "ada"].map((name, nth) => ({ id: nth + 1, name }));
  expect(peopleOptions(came).map(({ label }) => label)).toEqual(["ada", "Ángel", "Bo", "Zoë"]);
  expect(peopleOptions(came)[3]).toEqual({ value: "1", label: "Zoë" });
});
