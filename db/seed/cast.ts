/**
 * The three people anybody may look around as in the example: one for each part Portolan is made for. The seed makes
 * them; the door finds them by their addresses, which nobody can own (example.org is reserved by RFC 2606).
 */
export const exampleCast = {
  organizer: { name: "Mireia Puig", email: "mireia@example.org", timeZone: "Europe/Madrid" },
  newcomer: { name: "Kofi Abara", email: "kofi@example.org", timeZone: "Africa/Accra" },
  mentor: { name: "Priya Sharma", email: "priya@example.org", timeZone: "Asia/Kolkata" },
} as const;

export const castParts = ["organizer", "newcomer", "mentor"] as const satisfies readonly (keyof typeof exampleCast)[];
export type CastPart = (typeof castParts)[number];
