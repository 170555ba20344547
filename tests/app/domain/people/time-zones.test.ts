import { expect, it } from "vitest";
import { timeZones } from "../../../../app/domain/people/time-zones";

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
