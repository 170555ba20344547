import { describe, expect, it } from "vitest";
import { readPartWaits } from "../../../../app/domain/tasks/part-waits";

const whole = { number: 12, title: "Modernise the login" };
const known = [
  { id: 901, number: 12, title: "Modernise the login" },
  { id: 902, number: 13, title: "Announce the login" },
  { id: 903, number: 14, title: "Collect complaints" },
];
const part = (title: string, ...needs: string[]) => ({ title, needs });

describe("what the parts of a task need", () => {
  it("another part and a task of the theme are found by their titles, whatever their case", () => {
    const read = readPartWaits(whole, [part("Survey"), part("Write", "survey", "collect COMPLAINTS")], known, []);
    expect(read).toEqual({
      ok: true,
      waits: [
        { parts: [], taskIds: [] },
        { parts: [0], taskIds: [903] },
      ],
    });
  });

  it("a title that is nobody's is refused by name", () => {
    expect(readPartWaits(whole, [part("Survey", "A dream")], known, [])).toEqual({
      ok: false,
      because:
        "Nothing in this theme is called “A dream”. After “needs:”, write the title of another part or of a task in this theme.",
    });
  });

  it("parts that need each other are refused, with the circle named", () => {
    expect(readPartWaits(whole, [part("Survey", "Write"), part("Write", "Survey")], known, [])).toEqual({
      ok: false,
      because:
        "“Write” waits for “Survey”, and “Survey” would wait for “Write”. None of them could ever start. Take one “needs” out.",
    });
  });

  it("a part that needs something which waits for the whole is refused: the whole waits for its parts", () => {
    const waits = [{ task: 13, waitsFor: 12 }];
    const read = readPartWaits(whole, [part("Survey", "Announce the login"), part("Write")], known, waits);
    expect(read).toMatchObject({
      ok: false,
      because:
        "“Announce the login” waits for “Modernise the login”, “Modernise the login” for “Survey”, and “Survey” would wait for “Announce the login”. None of them could ever start. Take one “needs” out.",
    });
  });

  it("a part that needs the whole is refused", () => {
    expect(readPartWaits(whole, [part("Survey", "Modernise the login")], known, [])).toMatchObject({ ok: false });
  });
});
