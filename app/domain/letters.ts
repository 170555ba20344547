/** Somebody who is written to. */
export type Addressee = { personId: number; name: string; email: string };

/** A mail to one person. */
export type Letter = { to: Addressee; subject: string; text: string };

/** How many mails were taken, and who was not reached. `sends` false: the server has no way to send mail at all. */
export type Told = { told: number; unreached: string[]; sends: boolean };

/** Where letters about a change are written, while it is made. `origin`: where links in them begin. */
export type Desk = { origin: string; write(letters: readonly Letter[]): Promise<void> };
