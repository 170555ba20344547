import { limits } from "../limits";
import { writeSize } from "../tasks/size";
import { readOutline } from "./outline";
import { readFieldLine } from "./outline-fields";
import { readItemMark } from "./outline-marks";
import type { OutlineTask } from "./outline-types";

/** What a task is to become, or the one sentence that says what could not be read as that. */
export type PartsRead = { ok: true; parts: OutlineTask[] } | { ok: false; because: string };

/**
 * Reads the parts of a task that is divided: one task a line, "Survey the packages (research, half a day)", with "start:",
 * "done when:", "verify:", "needs:" and "notes:" lines under it, as in an outline. Whatever would become something else than
 * a task is refused by name, so that nothing is dropped.
 */
export function readParts(text: string): PartsRead {
  const outline = readOutline(`# Parts\n\n## Parts\n\n${text.split("\n").map(asItem).join("\n")}`);
  const [theme, ...others] = outline.themes;
  const refuse = (because: string): PartsRead => ({ ok: false, because });
  const [question] = theme?.questions ?? [];
  const [pillar] = theme?.pillars ?? [];
  const [unread] = outline.unread;
  const [remark] = outline.remarks;
  const parts = theme?.tasks ?? [];
  if (question)
    return refuse(`“${question.title}” reads as a question. Write something to do, or ask it on the theme's page.`);
  if (pillar)
    return refuse(`“${pillar.title}” has tasks under it. Write each part on a line of its own, none under another.`);
  if (others[0]) return refuse(`“${others[0].title}” reads as a heading. Write one task a line, without headings.`);
  if (unread) return refuse(`Line ${unread.line - linesBefore} could not be read as a task. Write one task a line.`);
  if (remark) return refuse(`Line ${remark.line - linesBefore} is too much for one task. ${mostOfATask}`);
  if (theme && theme.why !== "") return refuse(`“${theme.why}” could not be read as a task. Write one task a line.`);
  if (parts.length < 2)
    return refuse("Write two tasks or more, one a line. A task that stays whole needs no dividing.");
  if (parts.length > limits.partsMost) {
    return refuse(`That is ${parts.length} tasks. Divide into ${limits.partsMost} at most, and divide those again.`);
  }
  return { ok: true, parts };
}

const linesBefore = 4;

const mostOfATask = `A title has ${limits.titleGraphemes} characters at most, and a task takes ${writeSize(limits.taskMinutesMost)} at most.`;

/** A line that is no item yet becomes one; "start:" and the like at the margin belong to the item above. */
function asItem(line: string): string {
  if (line.trim() === "" || /^\s/.test(line) || readItemMark(line)?.sure) return line;
  return readFieldLine(line) ? `  ${line}` : `- ${line}`;
}
