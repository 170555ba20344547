import type { CheckInMood, PairEnding } from "../../app/domain/sprint/words";
import type { SprintText } from "../queries/sprints.server";
import type { CrewName } from "./crew";

/*
 * Three days by the sea, seen on the second of them. People are named as in `crew`; a pair is named by its newcomer and
 * mentor, and one that the engine has not made stops the seed.
 */

/** The sprint, but for its dates. */
export const sprintTold: Omit<SprintText, "startsOn" | "endsOn"> = {
  name: "Django on the Med, Palafrugell",
  summary:
    "Three mornings of contributing to Django, in a small town by the sea and from wherever you are. The afternoons are yours: most of us go swimming, some finish what they began.",
  dayStarts: "08:00",
  dayEnds: "14:00",
  timeZone: "Europe/Madrid",
  place: "Palafrugell",
  online: false,
  capacity: 16,
  bring:
    "- A laptop, its charger, and a swimsuit.\n- A clone of Django with its tests running: `git clone`, then `python -m pip install -e .` and `tests/runtests.py`. Half an hour at home saves half a morning here.\n- An account for the ticket tracker.\n\nStuck with any of it? Come at eight on the first day; somebody sits down with you.",
  giving:
    "Coming is free. The rooms are lent to us by the town, and lunch is a shared pot: about 12 euros a day, or nothing. Whoever wants to give more can give it to the [Django Software Foundation](https://www.djangoproject.com/fundraising/). Hours are worth as much: tell Mireia if you can help in the kitchen.",
  codeOfConduct:
    "The [Django code of conduct](https://www.djangoproject.com/conduct/) holds in the room, in the chat and at the beach. Speak to Mireia, or write to the conduct committee.",
};

/** When registration was opened, and when each round of pairs was published. */
export const sprintHoursAgo = { opened: 21 * 24, firstPairs: 4 * 24, secondPairs: 20 } as const;

/** Two people whom the organizer keeps together in every run. */
export const fixedTold: readonly { newcomer: CrewName; mentor: CrewName }[] = [{ newcomer: "zoe", mentor: "priya" }];

export type CheckInTold = {
  newcomer: CrewName;
  mentor: CrewName;
  by: "newcomer" | "mentor";
  mood: CheckInMood;
  blocks: string;
  hoursAgo: number;
  nextInHours?: number;
};

/**
 * What the pairs of the first round wrote, the oldest first. Bilal has not heard from Priya yet; Tomás has been quiet since
 * he handed his task back.
 */
export const checkInsTold: readonly CheckInTold[] = [
  { newcomer: "ana", mentor: "lin", by: "mentor", mood: "well", blocks: "", hoursAgo: 94 },
  { newcomer: "tomas", mentor: "mireia", by: "mentor", mood: "well", blocks: "", hoursAgo: 90 },
  { newcomer: "zoe", mentor: "priya", by: "mentor", mood: "well", blocks: "", hoursAgo: 88 },
  {
    newcomer: "ana",
    mentor: "lin",
    by: "newcomer",
    mood: "slow",
    blocks: "We both know the options; neither of us has written a how-to for the docs before.",
    hoursAgo: 50,
  },
  { newcomer: "hannah", mentor: "lin", by: "mentor", mood: "well", blocks: "", hoursAgo: 47 },
  { newcomer: "ngozi", mentor: "omar", by: "mentor", mood: "well", blocks: "", hoursAgo: 29 },
  { newcomer: "kofi", mentor: "priya", by: "mentor", mood: "well", blocks: "", hoursAgo: 27, nextInHours: 3 },
  { newcomer: "zoe", mentor: "priya", by: "newcomer", mood: "well", blocks: "", hoursAgo: 19 },
  {
    newcomer: "rosa",
    mentor: "mireia",
    by: "mentor",
    mood: "slow",
    blocks: "",
    hoursAgo: 7,
    nextInHours: 20,
  },
  {
    newcomer: "hannah",
    mentor: "lin",
    by: "newcomer",
    mood: "slow",
    blocks: "The connections only run out on my machine. We try it on Lin's this afternoon.",
    hoursAgo: 5,
  },
  {
    newcomer: "zoe",
    mentor: "priya",
    by: "newcomer",
    mood: "stuck",
    blocks: "On a new project the second prompt never shows: the login view redirects before my hook runs.",
    hoursAgo: 3,
  },
  { newcomer: "ngozi", mentor: "omar", by: "newcomer", mood: "well", blocks: "", hoursAgo: 2, nextInHours: 21 },
];

type EndingTold = {
  newcomer: CrewName;
  mentor: CrewName;
  by: CrewName;
  reason: PairEnding;
  note: string;
  hoursAgo: number;
};

/** How a pair of the first round ended; the second round found Ana the mentor she needed. */
export const endingTold: EndingTold = {
  newcomer: "ana",
  mentor: "lin",
  by: "lin",
  reason: "handed_over",
  note: "Ana writes the how-tos, and Sanne, who has just registered, has written three of them. Ask me about databases any time.",
  hoursAgo: 24,
};

/** The first words of the second round. */
export const lateCheckInsTold: readonly CheckInTold[] = [
  { newcomer: "ana", mentor: "sanne", by: "mentor", mood: "well", blocks: "", hoursAgo: 18, nextInHours: 4 },
];

/** A lock-in for this afternoon, on the sprint's clock. */
export const lockInTold = {
  newcomer: "hannah",
  mentor: "lin",
  by: "newcomer",
  title: "Make the connections run out on two machines",
  from: "15:00",
  until: "17:00",
  place: "The terrace above the rooms, and the chat",
  doneWhen:
    "Somebody else gets the same error from our script, or we know which of our two machines is the odd one. Either way it is on the ticket.",
} as const satisfies { newcomer: CrewName; mentor: CrewName; by: "newcomer" | "mentor" } & Record<string, string>;
