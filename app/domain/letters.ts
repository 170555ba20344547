/** Somebody who is written to. */
export type Addressee = { personId: number; name: string; email: string };

/** A mail to one person. */
export type Letter = { to: Addressee; subject: string; text: string };

/** Letters that are stored with the change they tell of: the first of them, by their numbers, and how many more there are. */
export type StoredLetters = { first: { id: number; letter: Letter }[]; more: number };

/**
 * How many mails were taken, how many go out in the next minutes, and who was not reached yet. `sends` false: the server has no way
 * to send mail at all, and nobody will be.
 */
export type Told = { told: number; later: number; unreached: string[]; sends: boolean };

/** Where letters about a change are written, while it is made. `origin`: where links in them begin. */
export type Desk = { origin: string; write(letters: readonly Letter[]): Promise<void> };

/** The title over mails that were given up. */
export const lostWords = (count: number): string =>
  count === 1 ? "One mail could not be delivered" : `${count} mails could not be delivered`;
