import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { choice, email, line, optionalId, prose, readId, requiredProse, seen } from "../../../app/http/fields.server";

const read = (field: z.ZodType, text: unknown) => {
  const { success, data, error } = field.safeParse(text);
  return success ? data : error.issues[0]?.message;
};

describe("a title", () => {
  const title = line("Title", "Give it a title.");

  it.each([undefined, "", "  ", "\u200b\u200d", "\u202e", "\r\n"])("%j is none, and is asked for", (typed) => {
    expect(read(title, typed)).toBe("Give it a title.");
  });

  it("may have 200 characters as a reader counts them, and not one more", () => {
    for (const character of ["a", "é", "👩‍👩‍👧‍👦", "e\u0301"]) {
      expect(read(title, character.repeat(200))).toBe(character.repeat(200).normalize("NFC"));
      expect(read(title, character.repeat(201))).toBe("Title must be 200 characters or fewer (you have 201).");
    }
  });

  it("that is piled up with marks, or as long as a book, is not counted to the end", () => {
    for (const text of [`a${"\u0301".repeat(5_000)}`, "é".repeat(1_000_000)]) {
      expect(read(title, text)).toBe("Title must be 200 characters or fewer (you have far more).");
    }
  });

  it("is one line", () => {
    expect(read(title, " Modernise\r\ncontrib.auth\t")).toBe("Modernise contrib.auth");
  });
});

describe("prose", () => {
  it("counts a line end of Windows as one character", () => {
    expect(read(prose("The note", 5), "a\r\nb\r\nc")).toBe("a\nb\nc");
    expect(read(prose("The note", 4), "a\r\nb\r\nc")).toBe("The note must be 4 characters or fewer (you have 5).");
  });

  it("may be empty, unless it must not", () => {
    expect(read(prose("The note"), undefined)).toBe("");
    expect(read(requiredProse("The answer", "Write the answer."), "\u200b\n")).toBe("Write the answer.");
  });

  it("says a long limit as people write it", () => {
    expect(read(prose("Why"), "x".repeat(20_001))).toBe("Why must be 20,000 characters or fewer (you have 20,001).");
  });
});

describe("a number", () => {
  it.each([
    ["1", 1],
    ["42", 42],
    ["2147483647", 2_147_483_647],
  ])("%s is one", (text, number) => {
    expect(readId(text)).toBe(number);
  });

  it.each([
    "",
    undefined,
    "0",
    "-1",
    "1.5",
    "1e3",
    "0x10",
    "١٢",
    "NaN",
    "Infinity",
    "01",
    "+1",
    " 1",
    "1 ",
    "1\n",
    "2147483648",
    "9223372036854775808",
    "1,000",
    "²",
  ])("%j is none", (text) => {
    expect(readId(text)).toBeNull();
  });

  it("that was not chosen is nothing, and one that cannot be is refused", () => {
    expect(read(optionalId("Choose from the list."), "")).toBeNull();
    expect(read(optionalId("Choose from the list."), "1e3")).toBe("Choose from the list.");
  });

  it("of a version that is lost is said to be", () => {
    for (const text of [undefined, "", "0", "x"]) expect(read(seen, text)).toMatch(/lost track of which version/);
  });
});

it("a word is one of those there are", () => {
  const state = choice(["idea", "active"], "Choose how it stands.");
  expect(read(state, "idea")).toBe("idea");
  for (const text of ["Idea", "", undefined, "constructor", "idea "])
    expect(read(state, text)).toBe("Choose how it stands.");
});

describe("an e-mail address", () => {
  it.each([
    "kofi@example.org",
    "kofi.abara+django@mail.example.org",
    "zoë@example.org",
    "k@münchen.example",
    `${"a".repeat(64)}@example.org`,
  ])("%s is one", (text) => {
    expect(read(email, ` ${text} `)).toBe(text);
  });

  it.each([
    "kofi",
    "kofi@",
    "@example.org",
    "kofi@example",
    "kofi@@example.org",
    "kofi@example..org",
    "kofi@-",
    "ko fi@example.org",
    "kofi@example.org\r\nBcc: everybody@example.org",
    "kofi@example.org,eve@example.org",
    '"kofi"@example.org',
    "kofi@[127.0.0.1]",
    "Kofi <kofi@example.org>",
    "kofi@example.org\u0000",
    `${"a".repeat(65)}@example.org`,
    `k@${"a".repeat(250)}.org`,
  ])("%j is none", (text) => {
    expect(read(email, text)).toMatch(/should look like name@example.org/);
  });

  it("is asked for where it is missing", () => {
    expect(read(email, " ")).toMatch(/^Write your e-mail address/);
  });
});
