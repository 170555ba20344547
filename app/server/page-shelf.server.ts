import { openShelf } from "./shelf";

/** In bytes, of pages and of what they say together: some hundred of the largest. */
const mostBytes = 32 * 1024 * 1024;

/**
 * Gives a page for this nonce by what it says; has it written, with the nonce in it, where it has not been yet. `encode` makes
 * of each piece of it what is sent.
 */
export type KeepPage = (
  says: string,
  nonce: string,
  write: () => string,
  encode?: (html: string) => Buffer,
) => Buffer<ArrayBuffer>;

/** Keeps pages as they are sent, by what they say, each in the pieces between the places where its nonce stands. */
export function openPageShelf(): KeepPage {
  const shelf = openShelf<readonly Buffer[]>(mostBytes);
  return (says, nonce, write, encode = Buffer.from) => {
    let pieces = shelf.find(says);
    if (!pieces) {
      // Nobody can have guessed a nonce that is this request's own: it stands where we have put it, and nowhere else.
      pieces = write()
        .split(nonce)
        .map((piece) => encode(piece));
      shelf.keep(says, pieces, 2 * says.length + pieces.reduce((size, piece) => size + piece.length, 0));
    }
    const between = Buffer.from(nonce);
    return Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece])));
  };
}
