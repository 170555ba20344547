import { limits } from "../limits";
import { fits } from "../roadmap/graphemes";

/** What two tasks say, as far as joining them goes. */
export type MergeText = {
  number: number;
  title: string;
  sizeMinutes: number | null;
  goal: string;
  start: string;
  doneWhen: string;
  verify: string;
  notes: string;
  skills: readonly string[];
  links: string;
  mentorId: number | null;
};

export type MergedText = Omit<MergeText, "number" | "title" | "skills"> & { skills: string[] };

const fields = ["goal", "start", "doneWhen", "verify", "notes", "links"] as const;

/**
 * What a task says once another one has gone into it: every line of both, the kept one's first; the other's title in the
 * notes. Null when it is more than one task can hold.
 */
export function mergeTexts(kept: MergeText, other: MergeText): MergedText | null {
  const whole = { ...other, notes: joined(`With task ${other.number}: ${other.title}`, other.notes) };
  const texts = Object.fromEntries(fields.map((name) => [name, joined(kept[name], whole[name])])) as Record<
    (typeof fields)[number],
    string
  >;
  const skills = [...new Set([...kept.skills, ...other.skills])];
  const fit = fields.every((name) => fits(texts[name], limits.textGraphemes)) && skills.length <= limits.wordsMost;
  if (!fit) return null;
  const minutes = (kept.sizeMinutes ?? 0) + (other.sizeMinutes ?? 0);
  return {
    ...texts,
    skills,
    sizeMinutes: minutes === 0 ? null : Math.min(minutes, limits.taskMinutesMost),
    mentorId: kept.mentorId ?? other.mentorId,
  };
}

/** Two texts under one another; what the first says already is not said twice. */
function joined(one: string, other: string): string {
  if (one === "" || other === "") return one || other;
  return one === other ? one : `${one}\n\n${other}`;
}
