import { exampleCast } from "./cast";

/** Everybody in the example, by first name: the cast, and the people who were in the room with them. */
export const crew = {
  mireia: exampleCast.organizer,
  kofi: exampleCast.newcomer,
  priya: exampleCast.mentor,
  omar: { name: "Omar Haddad", email: "omar@example.org", timeZone: "Africa/Cairo" },
  lin: { name: "Lin Tamm", email: "lin@example.org", timeZone: "Europe/Tallinn" },
  zoe: { name: "Zoë Ito", email: "zoe@example.org", timeZone: "Asia/Tokyo" },
  ana: { name: "Ana Sofía Duarte", email: "ana@example.org", timeZone: "America/Bogota" },
  tomas: { name: "Tomás Herrera", email: "tomas@example.org", timeZone: "America/Argentina/Buenos_Aires" },
  ngozi: { name: "Ngozi Eze", email: "ngozi@example.org", timeZone: "Africa/Lagos" },
  sanne: { name: "Sanne de Wit", email: "sanne@example.org", timeZone: "Europe/Amsterdam" },
  bilal: { name: "Bilal Qureshi", email: "bilal@example.org", timeZone: "Asia/Karachi" },
  hannah: { name: "Hannah Weiss", email: "hannah@example.org", timeZone: "Europe/Berlin" },
  pema: { name: "Pema Gurung", email: "pema@example.org", timeZone: "Asia/Kathmandu" },
  rosa: { name: "Rosa Marchetti", email: "rosa@example.org", timeZone: "Europe/Rome" },
} as const;

export type CrewName = keyof typeof crew;
export const crewNames = Object.keys(crew) as CrewName[];
