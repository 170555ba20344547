import { expect, it } from "vitest";
import { readTimeZone, timeZones, unknownZone } from "../../../../app/domain/people/time-zones";

it("people find their zone under the name it has today", () => {
  expect(timeZones).toEqual(
    expect.arrayContaining(["Asia/Kolkata", "Asia/Kathmandu", "Europe/Kyiv", "Asia/Ho_Chi_Minh", "Europe/Madrid"]),
  );
  expect(timeZones).not.toContain("Asia/Calcutta");
});

it("UTC comes first, and nothing comes twice", () => {
  expect(timeZones[0]).toBe("UTC");
  expect(new Set(timeZones).size).toBe(timeZones.length);
});

it("every zone on the list is one that times can be shown in", () => {
  for (const timeZone of timeZones) {
    expect(() => new Intl.DateTimeFormat("en", { timeZone })).not.toThrow();
  }
});

it.each([
  ["Asia/Kathmandu", "Asia/Kathmandu"],
  ["europe/madrid", "Europe/Madrid"],
  ["America/New York", "America/New_York"],
  ["US/Pacific", "US/Pacific"],
  ["+05:45", null],
  ["Mars/Base", null],
  ["", null],
  ["Europe/Madrid; drop table", null],
])("the zone %j is read as %j", (text, zone) => {
  expect(readTimeZone(text)).toBe(zone);
});

it("a zone that does not exist is named, with the one that was probably meant", () => {
  expect(unknownZone("Kathmandu")).toBe("There is no time zone “Kathmandu”. Use Asia/Kathmandu.");
  expect(unknownZone("Mars/Base")).toContain("a name such as Europe/Madrid");
});
