import { notYours, type Verdict, yes } from "../verdict";
import type { CommunityRole } from "./roles";

/** Who is looking: nobody in particular, or a person with or without a part in the community at hand. */
export type Viewer = { id: number; name: string; timeZone: string } | null;

/**
 * Roadmap, tasks, decisions and sprints belong to the organizers: they add, edit, divide, move, import and delete. `what`
 * says in the refusal what they can do: "change its roadmap".
 */
export function canOrganize(
  role: CommunityRole | null,
  community: { name: string },
  what = "change its roadmap",
): Verdict {
  if (role === "organizer") return yes;
  return notYours(
    `Only organizers of ${community.name} can ${what}. Ask one of them; they are named on the community's page.`,
  );
}

/** Joining is open to anybody signed in; joining twice changes nothing. */
export function canLeave(role: CommunityRole | null, organizers: number): Verdict {
  if (role === null)
    return { ok: false, status: 409, because: "You are not a member here, so there is nothing to leave." };
  if (role === "organizer" && organizers <= 1) {
    return {
      ok: false,
      status: 409,
      because: "You are the only organizer here. Make somebody else an organizer first, then you can leave.",
    };
  }
  return yes;
}
