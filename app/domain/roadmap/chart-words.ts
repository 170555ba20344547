import { graphemeEnds } from "../text";

/** Letters of East Asian scripts and emoji take the room of two. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/**
 * A title in at most `most` lines of `room` letters each, broken between words where it can be; the last line ends in "…"
 * when there is more.
 */
export function wrapWords(title: string, room: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of title
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((one) => cut(one, room))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && roomOf(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const [last = ""] = cut(kept.at(-1) ?? "", room - 1);
  return [...kept.slice(0, -1), `${last.trimEnd()}…`];
}

/** A word in pieces that fit. */
function cut(word: string, room: number): string[] {
  if (roomOf(word) <= room) return [word];
  const pieces: string[] = [];
  let piece = "";
  let from = 0;
  for (const end of graphemeEnds(word)) {
    const letter = word.slice(from, end);
    from = end;
    if (piece !== "" && roomOf(piece + letter) > room) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}

function roomOf(text: string): number {
  let room = 0;
  let from = 0;
  for (const end of graphemeEnds(text)) {
    room += wide.test(text.slice(from, end)) ? 2 : 1;
    from = end;
  }
  return room;
}
