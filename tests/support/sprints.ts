import type { Database } from "../../db/client.server";
import { change } from "../../db/queries/change.server";
import { addSprint, openRegistration, type SprintText } from "../../db/queries/sprints.server";
import { stage } from "./cast";

/** Three days by the sea, a few days after the tests' clock begins. */
export const palafrugell: SprintText = {
  name: "Palafrugell 2026",
  summary: "Three days by the sea.",
  startsOn: "2026-05-07",
  endsOn: "2026-05-09",
  dayStarts: "08:00",
  dayEnds: "14:00",
  timeZone: "Europe/Madrid",
  place: "Teatre Municipal, Palafrugell",
  online: false,
  capacity: 14,
  bring: "A laptop.",
  giving: "Ask Mireia.",
  codeOfConduct: "https://www.djangoproject.com/conduct/",
};

/** Makes a sprint whose registration is open, unless it is said to be planned. */
export const makeSprint = (
  db: Database,
  communityId: number,
  more: Partial<SprintText> = {},
  { planned = false } = {},
): Promise<{ id: number; slug: string }> =>
  change(db, stage, "set the stage", async (tx) => {
    const made = await addSprint(tx, communityId, { ...palafrugell, ...more });
    if (!planned) await openRegistration(tx, communityId, made.id);
    return made;
  });

/** The form of a sprint as a browser sends it. */
export const sprintFields = (more: Record<string, string> = {}): Record<string, string> => ({
  name: palafrugell.name,
  summary: palafrugell.summary,
  startsOn: palafrugell.startsOn,
  endsOn: palafrugell.endsOn,
  dayStarts: palafrugell.dayStarts,
  dayEnds: palafrugell.dayEnds,
  timeZone: palafrugell.timeZone,
  where: "place",
  place: palafrugell.place,
  capacity: "14",
  bring: palafrugell.bring,
  giving: palafrugell.giving,
  codeOfConduct: palafrugell.codeOfConduct,
  ...more,
});

/** A newcomer's registration as a browser sends it: on site, every day. */
export const registrationFields = (more: Record<string, string> = {}): Record<string, string> => ({
  part: "newcomer",
  "day-2026-05-07": "yes",
  "day-2026-05-08": "yes",
  "day-2026-05-09": "yes",
  attendance: "on_site",
  languages: "English",
  skills: "",
  wants: "",
  theme1: "",
  theme2: "",
  theme3: "",
  seats: "3",
  mentorHours: "8",
  timeZone: "Africa/Accra",
  otherHours: "",
  ...more,
});
