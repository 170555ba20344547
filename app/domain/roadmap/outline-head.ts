import { readKind } from "../tasks/kind-words";
import type { TaskKind } from "../tasks/kinds";
import { readShirtSize, readSize } from "../tasks/size";
import { readFieldLine } from "./outline-fields";
import { type Check, takeChecks } from "./outline-marks";

/** What the title of an item or a heading says besides its words. `text` is the rest, still Markdown. */
export type Head = {
  text: string;
  check: Check;
  kind: TaskKind | null;
  /** Not yet held to the limit. */
  sizeMinutes: number | null;
  /** It was marked "Question:". */
  asks: boolean;
};

const questionMark =
  /^[*_]*(?:open )?(?:questions?|q\d{0,3}|frage|pregunta|domanda|pergunta)[*_]*\s*[:：][*_]*\s*(?=\S)/i;

/** Reads check boxes, a strike through the whole, "(docs, half a day)" at the end, and "Question:" at the start. */
export function readHead(raw: string): Head {
  const ticked = takeChecks(raw);
  const whole = takeStrike(ticked.text);
  const tail = takeTail(whole.text);
  const inner = takeStrike(tail.text);
  const again = takeChecks(inner.text);
  const struck = whole.struck || inner.struck;
  const asks = questionMark.exec(again.text);
  return {
    text: asks ? again.text.slice(asks[0].length) : again.text,
    check: struck || ticked.check === "done" || again.check === "done" ? "done" : (ticked.check ?? again.check),
    kind: tail.kind,
    sizeMinutes: tail.size,
    asks: asks !== null,
  };
}

/** The same for a theme's or pillar's title, which carries no kind and no size: a check box or a strike at most. */
export function readBareHead(raw: string): { text: string; check: Check } {
  const ticked = takeChecks(raw);
  const whole = takeStrike(ticked.text);
  const again = takeChecks(whole.text);
  const done = whole.struck || ticked.check === "done" || again.check === "done";
  return { text: again.text, check: done ? "done" : (ticked.check ?? again.check) };
}

/** A question's words: brackets at its end belong to it, "Question:" does not. */
export const questionText = (raw: string): string => readBareHead(raw).text.replace(questionMark, "");

/** True for "…?" in any script, with quotes or brackets after it. An escaped "\?" is only a sign. */
export const endsAsQuestion = (raw: string): boolean => /(?<!\\)[?？؟]["'”’»›)\]*_`]*$/.test(raw.slice(-20));

function takeStrike(text: string): { text: string; struck: boolean } {
  const inside = /^~~([^~]+)~~$/.exec(text)?.[1] ?? /^<(del|s|strike)>(.+)<\/\1>$/i.exec(text)?.[2];
  return inside === undefined ? { text, struck: false } : { text: inside.trim(), struck: true };
}

/** True when a title is complete: it ends in brackets, whatever is in them. */
export const endsInBrackets = (raw: string): boolean => lastBracket(raw) !== null;

type Tail = { text: string; kind: TaskKind | null; size: number | null };

/**
 * Takes brackets off the end as long as all in them is kind and size. Brackets that hold anything else stay in the title
 * whole; what kind and size they name is read all the same.
 */
function takeTail(text: string): Tail {
  const tail: Tail = { text, kind: null, size: null };
  for (let round = 0; round < 3; round += 1) {
    const bracket = lastBracket(tail.text) ?? lastDash(tail.text);
    const found = bracket && readParts(bracket.inside);
    if (!bracket || !found || (found.kind === null && found.size === null)) break;
    if (!bracket.closed && (!found.whole || found.size === null)) break;
    const clashes = (found.kind !== null && tail.kind !== null) || (found.size !== null && tail.size !== null);
    if (clashes) break;
    tail.kind ??= found.kind;
    tail.size ??= found.size;
    if (!found.whole || bracket.before === "") break;
    tail.text = bracket.before;
  }
  return tail;
}

type Bracket = { before: string; inside: string; closed: boolean };

/** "Survey the packages – research, half a day": without brackets it takes a size to be sure. */
function lastDash(text: string): Bracket | null {
  const dash = /\s(?:[–—]|-{1,3})\s([^–—]{1,60})$/.exec(text.slice(-80));
  if (dash?.[1] === undefined) return null;
  return { before: text.slice(0, text.length - dash[0].length).trimEnd(), inside: dash[1], closed: false };
}

function lastBracket(text: string): Bracket | null {
  const end = /(?<!\\)[)\]）]([*_~`]*)\s*\.?$/.exec(text.slice(-20));
  if (!end) return null;
  const close = text.length - end[0].length;
  const opening = text.charAt(close) === "]" ? "[" : text.charAt(close) === ")" ? "(" : "（";
  const open = text.lastIndexOf(opening, close - 1);
  if (open < 0 || close - open > 120 || /[\]!\\]/.test(text.charAt(open - 1))) return null;
  const marks = end[1] ?? "";
  const head = text.slice(0, open);
  // "*(docs)*" loses its own emphasis; "**Title (docs)**" keeps the one around the whole.
  const own = marks !== "" && head.endsWith(marks);
  const before = own ? head.slice(0, -marks.length).trimEnd() : head.trimEnd() + marks;
  return { before, inside: text.slice(open + 1, close), closed: true };
}

function readParts(inside: string): { kind: TaskKind | null; size: number | null; whole: boolean } | null {
  const alone = readSize(inside);
  if (alone !== null) return { kind: null, size: alone, whole: true };
  const parts = inside
    .replace(/(\d),(\d)/g, "$1.$2")
    .split(/[,;·|+，、]|(?<!\d)\/|\/(?!\d)|\s[–—-]\s/)
    .map((part) => part.replace(/[*_~`]/g, "").trim())
    .flatMap(pairOf);
  const kinds = parts.flatMap((part) => readKindPart(part) ?? []);
  const sizes = parts.flatMap((part) => readSizePart(part) ?? []);
  const whole = kinds.length + sizes.length === parts.length && kinds.length <= 1 && sizes.length <= 1;
  return { kind: kinds[0] ?? null, size: sizes.length === 1 ? (sizes[0] ?? null) : null, whole };
}

/** "docs 2h" and "2h docs", without a comma, are two parts. */
function pairOf(part: string): string[] {
  if (readKind(part) || readSizePart(part) !== null) return [part];
  const first = /^(\S+)\s+(.+)$/.exec(part);
  if (first?.[1] && first[2] && readKind(first[1]) && readSizePart(first[2]) !== null) return [first[1], first[2]];
  const last = /^(.+)\s(\S+)$/.exec(part);
  if (last?.[1] && last[2] && readKind(last[2]) && readSizePart(last[1]) !== null) return [last[1], last[2]];
  return [part];
}

function readKindPart(part: string): TaskKind | null {
  const field = readFieldLine(part);
  return field?.name === "kind" ? readKind(field.value) : readKind(part);
}

function readSizePart(part: string): number | null {
  const field = readFieldLine(part);
  if (field?.name === "size") return readSize(field.value) ?? readShirtSize(field.value);
  return readSize(part) ?? (/^(?:XS|S|M|L|XL|XXL)$/.test(part) ? readShirtSize(part) : null);
}
