import { parseArgs } from "node:util";
import { limits } from "../domain/limits";
import { importedWords } from "../domain/roadmap/import-words";
import { readOutline } from "../domain/roadmap/outline";
import type { Outline, UnreadLine } from "../domain/roadmap/outline-types";
import { reconcile } from "../domain/roadmap/reconcile";
import type { ImportPlan } from "../domain/roadmap/reconcile-types";
import type { Readiness } from "../domain/tasks/readiness";
import { readTextFile } from "./read-text-file";
import { printRegistrations } from "./registrations-table";
import { roadmapTree } from "./roadmap-tree";

const usage = `Write: npm run -s import -- roadmap FILE
   or: npm run -s import -- registrations FILE
It prints what the file would become, and stores nothing.
A roadmap with --community SLUG is compared with what that community has; with --community SLUG --apply it comes in.`;

process.stdout.on("error", () => process.exit(0));
process.exitCode = await run(process.argv.slice(2));

/** The exit code: 0 when it was done, 1 when the file or the database refused, 2 when the command was not understood. */
async function run(argv: string[]): Promise<number> {
  const asked = readArguments(argv);
  if (typeof asked === "string") return refuse(asked, 2);
  if (asked.help) {
    console.log(usage);
    return 0;
  }
  const file = await readTextFile(asked.file, limits.outlineCharacters);
  if (!file.ok) return refuse(file.because, 1);

  if (asked.what === "registrations") return printRegistrations(file.text);
  const outline = readOutline(file.text);
  const none = outline.themes.length === 0;
  if (asked.community === undefined || none) {
    print(reconcile(outline, { themes: [] }));
    if (none) console.error("No theme was found. Write a heading for each, and a list of tasks under it.");
    return none && asked.apply ? 1 : 0;
  }
  return bringIn(outline, { slug: asked.community, apply: asked.apply });
}

/** Compares with, or brings into, what a community has stored. Only this much needs a database. */
async function bringIn(outline: Outline, into: { slug: string; apply: boolean }): Promise<number> {
  const [{ importInto }, { CommandRefusal }] = await Promise.all([import("./apply-import"), import("./open-database")]);
  try {
    const stored = await importInto(outline, into, { env: process.env, onStep: (sentence) => console.error(sentence) });
    print(stored.plan, stored.readiness);
    console.log(
      stored.applied
        ? `${stored.community}: ${importedWords(stored.plan, stored.retitles)}`
        : "Nothing has changed yet. Add --apply to bring it in.",
    );
    return 0;
  } catch (error) {
    if (error instanceof CommandRefusal) return refuse(error.message, 1);
    throw error;
  }
}

function print(plan: ImportPlan, compared?: ReadonlyMap<string, Readiness>): void {
  for (const line of roadmapTree(plan, compared)) console.log(line);
  report("Not read", plan.unread);
  report("Read, but", plan.remarks);
}

type Asked = { help: boolean; what: "roadmap" | "registrations"; file: string; community?: string; apply: boolean };

/** What was asked for, or a sentence that says what was wrong with it. */
function readArguments(argv: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h" },
        community: { type: "string" },
        apply: { type: "boolean", default: false },
      },
    });
    const [what, file, ...more] = positionals;
    const { community, apply } = values;
    if (values.help) return { help: true, what: "roadmap", file: "", apply };
    if (what === undefined) return usage;
    if (what !== "roadmap" && what !== "registrations") {
      return `“${what}” cannot be imported, a roadmap and registrations can.\n${usage}`;
    }
    if (file === undefined || file === "") {
      return `Which file ${what === "roadmap" ? "is the roadmap" : "are the registrations"} in?\n${usage}`;
    }
    if (more.length > 0) return `One file at a time: “${more[0]}” is one too many.\n${usage}`;
    if (community === "" || (apply && community === undefined)) return `Into which community?\n${usage}`;
    if (what === "registrations" && community !== undefined) {
      return `Registrations come in on a sprint's page, under Registrations. Here they are only read.\n${usage}`;
    }
    return { help: false, what, file, community, apply };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (message.includes("'--community")) return `Into which community?\n${usage}`;
    const option = /'(-[^' ]*)/.exec(message)?.[1];
    return `${option ? `There is no option ${option} here.` : "This was not understood."}\n${usage}`;
  }
}

function refuse(because: string, code: number): number {
  console.error(because);
  return code;
}

function report(heading: string, lines: UnreadLine[]): void {
  if (lines.length > 0) console.error(`${heading}:`);
  for (const { line, text, because } of lines) console.error(`  line ${line}: ${short(text)}\n    ${because}`);
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
