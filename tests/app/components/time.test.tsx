import { describe, expect, it } from "vitest";
import { Time } from "../../../app/components/time";
import { timeInWords, zonePlace } from "../../../app/components/time-words";
import { attribute, firstTag, markup, words } from "./markup";

const noonUtc = "2025-10-10T12:00:00Z";

describe("a time", () => {
  it("is shown in the event's zone and in the reader's, both named", () => {
    expect(words(<Time at={noonUtc} zone="Europe/Madrid" readerZone="Europe/London" />)).toBe(
      "Friday 10 October, 14:00 Madrid time (13:00 your time, London)",
    );
  });

  it("is shown once when the reader's clock says the same, in whatever zone", () => {
    for (const readerZone of ["Europe/Madrid", "Europe/Rome", null, undefined]) {
      expect(words(<Time at={noonUtc} zone="Europe/Madrid" readerZone={readerZone} />)).toBe(
        "Friday 10 October, 14:00 Madrid time",
      );
    }
  });

  it("names the reader's day when it is another one there", () => {
    expect(words(<Time at={noonUtc} zone="Europe/Madrid" readerZone="Pacific/Auckland" />)).toBe(
      "Friday 10 October, 14:00 Madrid time (Saturday 11 October, 01:00 your time, Auckland)",
    );
    expect(timeInWords(noonUtc, "Europe/Madrid", "Pacific/Auckland", "clock").yours).toBe("Sat 11 Oct, 01:00");
  });

  it("is right for a zone that is off by a quarter of an hour", () => {
    expect(timeInWords(noonUtc, "Asia/Kathmandu", "UTC")).toEqual({
      there: "Friday 10 October, 17:45",
      zone: "Kathmandu time",
      yours: "12:00",
      place: "UTC",
    });
  });

  it("follows the clocks when they change", () => {
    const before = timeInWords("2025-10-26T00:30:00Z", "Europe/Madrid", "UTC");
    const after = timeInWords("2025-10-26T01:30:00Z", "Europe/Madrid", "UTC");
    expect([before.there, before.yours]).toEqual(["Sunday 26 October, 02:30", "00:30"]);
    expect([after.there, after.yours]).toEqual(["Sunday 26 October, 02:30", "01:30"]);
  });

  it("says midnight as 00:00, and gives the machine the instant", () => {
    const midnight = "2025-10-09T22:00:00Z";
    expect(timeInWords(midnight, "Europe/Madrid").there).toBe("Friday 10 October, 00:00");
    const tag = firstTag(markup(<Time at={midnight} zone="Europe/Madrid" />), "time");
    expect(attribute(tag, "dateTime")).toBe(midnight);
  });

  it("comes in four lengths, with the year where it may be long ago", () => {
    const all = (["moment", "short", "date", "clock"] as const).map(
      (form) => timeInWords(noonUtc, "UTC", null, form).there,
    );
    expect(all).toEqual(["Friday 10 October, 12:00", "Fri 10 Oct, 12:00", "Friday 10 October", "12:00"]);
    expect(timeInWords(noonUtc, "UTC", null, "date", true).there).toBe("Friday 10 October 2025");
  });

  it("that is only a date is shown twice only when the dates differ", () => {
    expect(timeInWords(noonUtc, "Europe/Madrid", "America/New_York", "date").yours).toBeNull();
    expect(timeInWords(noonUtc, "Europe/Madrid", "Pacific/Auckland", "date").yours).toBe("Saturday 11 October");
  });

  it("calls a zone by its place", () => {
    const places = ["America/Argentina/Buenos_Aires", "Etc/UTC", "Etc/GMT-3", "Etc/GMT+5", "Etc/GMT+0"].map(zonePlace);
    expect(places).toEqual(["Buenos Aires", "UTC", "UTC+3", "UTC-5", "UTC"]);
  });
});
