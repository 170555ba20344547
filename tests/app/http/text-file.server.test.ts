import { expect, it } from "vitest";
import { readText } from "../../../app/http/text-file.server";

it("UTF-8 is read with or without its mark, and UTF-16 with it", () => {
  expect(readText(Buffer.from("## Zoë 🌊\n"))).toBe("## Zoë 🌊\n");
  expect(readText(Buffer.from("\ufeff## Zoë\n"))).toBe("## Zoë\n");
  expect(readText(Buffer.from("\ufeff## Zoë\n", "utf16le"))).toBe("## Zoë\n");
  expect(readText(Buffer.from("\ufeff## Zoë\n", "utf16le").swap16())).toBe("## Zoë\n");
  expect(readText(Buffer.from(""))).toBe("");
});

it("what is no text is told from text, also where its bytes happen to be valid", () => {
  expect(readText(Buffer.from("## Theme\n", "utf16le"))).toBeNull();
  expect(readText(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14]))).toBeNull();
  expect(readText(Buffer.from("%PDF-1.7\n%âãÏÓ", "latin1"))).toBeNull();
  expect(readText(Buffer.from([0xff, 0xfe, 0x00]))).toBeNull();
});

it("tabs, line ends of every system, form feeds and colours of a terminal are text", () => {
  expect(readText(Buffer.from("a\tb\r\nc\rd\fe\u001b[1mf"))).toBe("a\tb\r\nc\rd\fe\u001b[1mf");
});
