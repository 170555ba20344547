import type { Addressee, Letter } from "../domain/letters";

type Theme = { title: string };

/** "Would you carry this theme?" `page` is where it is answered. */
export const askingLetter = (to: Addressee, by: string, theme: Theme, note: string, page: string): Letter => ({
  to,
  subject: `Would you carry “${theme.title}”?`,
  text: `Hello ${to.name},

${by} asks whether you would carry the theme “${theme.title}”: be its champion, the one who keeps it moving and whom people ask about it. It does not mean doing its tasks.

${note === "" ? "" : `${by} writes:\n\n${note}\n\n`}Say yes or no on this page. No is fine, and you can step back later.

${page}
`,
});

/** What the organizers said to a member who had offered to carry a theme. */
export const answeringLetter = (to: Addressee, theme: Theme, accepted: boolean, page: string): Letter => ({
  to,
  subject: accepted ? `You carry “${theme.title}” now` : `About your offer to carry “${theme.title}”`,
  text: accepted
    ? `Hello ${to.name},

you carry the theme “${theme.title}” now. Its page names you as its champion, the one to ask about it.

${page}
`
    : `Hello ${to.name},

thank you for offering to carry the theme “${theme.title}”. The organizers have decided otherwise this time. The theme's page says who carries it, and other themes may still look for somebody.

${page}
`,
});

/** What a member said whom somebody had asked to carry a theme, to whoever asked. */
export const answeredLetter = (to: Addressee, by: string, theme: Theme, accepted: boolean, page: string): Letter => ({
  to,
  subject: accepted ? `${by} carries “${theme.title}” now` : `${by} does not carry “${theme.title}”`,
  text: accepted
    ? `Hello ${to.name},

${by} has said yes: “${theme.title}” has a champion now.

${page}
`
    : `Hello ${to.name},

${by} has said no to carrying the theme “${theme.title}”. That is fine. You can ask somebody else on this page.

${page}
`,
});

type Ended = { by: string; own: boolean; theme: Theme; note: string; page: string };

/** That nobody carries a theme any more: to the organizers when its champion steps back (`own`), else to whoever carried it. */
export const endedLetter = (to: Addressee, { by, own, theme, note, page }: Ended): Letter => ({
  to,
  subject: own ? `“${theme.title}” looks for a champion` : `You do not carry “${theme.title}” any more`,
  text: `Hello ${to.name},

${
  own
    ? `${by} has stepped back from carrying the theme “${theme.title}”, so it looks for a champion.`
    : `${by} has taken the theme “${theme.title}” off your hands: you are not its champion any more. Thank you for what you did for it.`
}

${note === "" ? "" : `${by} writes:\n\n${note}\n\n`}${page}
`,
});
