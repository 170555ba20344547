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
