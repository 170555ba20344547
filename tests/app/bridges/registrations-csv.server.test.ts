import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readRegistrationsCsv } from "../../../app/bridges/registrations-csv.server";
import { limits } from "../../../app/domain/limits";

const header = "role,name,email,languages";
const ada = "newcomer,Ada,ada@example.org,en";
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8");

describe("a table of registrations", () => {
  test("of Vienna's size comes in whole: 56 newcomers and 30 mentors", () => {
    const { rows, faults } = readRegistrationsCsv(fixture("registrations.csv"));
    expect(faults).toEqual([]);
    expect(rows.filter(({ role }) => role === "newcomer")).toHaveLength(56);
    expect(rows.filter(({ role }) => role === "mentor")).toHaveLength(30);
  });

  test("says of each person what their row says", () => {
    const [first] = readRegistrationsCsv(fixture("registrations-small.csv")).rows;
    expect(first).toMatchObject({
      line: 2,
      role: "newcomer",
      name: "Ada Puig",
      email: "n001@example.org",
      timeZone: "Asia/Kathmandu",
      languages: ["en", "fr", "hi"],
      wants: ["docs", "typing"],
      themes: ["Background tasks: the database back end", "The async story"],
      days: "all",
      attendance: "online",
      seats: null,
      firstTime: true,
    });
  });

  test.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
  ])("may have %s between its cells, a byte-order mark, and line ends of Windows", (_, separator) => {
    const text = `\ufeff${[header, ada].join("\r\n").replaceAll(",", separator)}\r\n`;
    expect(readRegistrationsCsv(text)).toMatchObject({ faults: [], rows: [{ name: "Ada", line: 2 }] });
  });

  test.each([
    ["nothing in it", "", 1, "There is nothing in this table"],
    ["a header alone", `${header}\n`, 1, "nobody under it"],
    ["no column for e-mail", "role,name\nnewcomer,Ada", 1, "There is no column “email”"],
    ["a column twice", `${header},name\n${ada},Ada`, 1, "is there twice"],
    ["more cells than columns", `${header}\n${ada},more`, 2, "5 cells and the header 4"],
    ["a quotation mark that is never closed", `${header}\n${ada}\nmentor,"Bo,b@example.org,en`, 3, "never closed"],
  ])("with %s is refused with the line", (_, text, line, because) => {
    const [fault] = readRegistrationsCsv(text).faults;
    expect(fault).toMatchObject({ line });
    expect(fault?.because).toContain(because);
  });

  test("names every fault with its line and column, not only the first", () => {
    const text = `role,name,email,languages,time_zone,days,weekly_hours,capacity\n${ada},,,,\nmentr,,x,klingonish,Mars/Base,zz,mon 25:00-26:00,\nmentor,Bo,b@example.org,en,,,,5`;
    const found = readRegistrationsCsv(text).faults.map(({ line, column }) => `${line} ${column}`);
    expect(found).toEqual([
      "3 role",
      "3 name",
      "3 email",
      "3 time_zone",
      "3 languages",
      "3 days",
      "3 weekly_hours",
      "4 capacity",
    ]);
  });

  test("takes a cell that looks like a formula as text", () => {
    const { rows } = readRegistrationsCsv(`${header}\nnewcomer,=1+2,ada@example.org,en`);
    expect(rows[0]?.name).toBe("=1+2");
  });

  test("has one row for a person: the second with an address is named with the line of the first", () => {
    const [fault] = readRegistrationsCsv(`${header}\n${ada}\nmentor,Ada again,ADA@example.org,en`).faults;
    expect(fault).toMatchObject({ line: 3, column: "email" });
    expect(fault?.because).toContain("line 2");
  });

  test.each([
    [limits.registrationRows, 0],
    [limits.registrationRows + 1, 1],
  ])("of %i people has %i faults", (count, faults) => {
    const people = Array.from({ length: count }, (_, index) => `newcomer,Ada ${index},ada${index}@example.org,en`);
    expect(readRegistrationsCsv([header, ...people].join("\n")).faults).toHaveLength(faults);
  });
});
