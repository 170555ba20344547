import type { Addressee, Desk, Letter } from "../domain/letters";

type Told = {
  to: Addressee;
  /** Who asks, or who answers. */
  by: string;
  words: string;
  sprint: { name: string };
  /** Where it stands, from its slash on. */
  page: string;
};

/** Writes to somebody what an organizer asks about their registration, in the transaction that stores it. */
export const tellAsked = (desk: Desk, told: Told): Promise<void> =>
  desk.write([askedLetter({ ...told, page: `${desk.origin}${told.page}` })]);

/** Writes to the organizer who asked what was answered, in the transaction that stores it. */
export const tellAnswered = (desk: Desk, told: Told): Promise<void> =>
  desk.write([answeredLetter({ ...told, page: `${desk.origin}${told.page}` })]);

export const askedLetter = ({ to, by, words, sprint, page }: Told): Letter => ({
  to,
  subject: `A question about your registration for ${sprint.name}`,
  text: `Hello ${to.name},

${by} has read your registration for ${sprint.name}, and asks before the organizers answer it:

${words}

Answer on the page of your registration, or change what you said there:

${page}

Only the organizers read it.
`,
});

export const answeredLetter = ({ to, by, words, sprint, page }: Told): Letter => ({
  to,
  subject: `${by} has answered you`,
  text: `Hello ${to.name},

you asked ${by} something about their registration for ${sprint.name}. They write:

${words}

Their registration still waits for what the organizers say:

${page}
`,
});
