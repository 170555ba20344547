import { parseArgs } from "node:util";
import { limits } from "../domain/limits";
import { readOutline } from "../domain/roadmap/outline";
import type { UnreadLine } from "../domain/roadmap/outline-types";
import { reconcile } from "../domain/roadmap/reconcile";
import { readTextFile } from "./read-text-file";
import { roadmapTree } from "./roadmap-tree";

const usage = `Write: npm run -s import -- roadmap FILE
It prints what the file would become, and stores nothing.`;

process.stdout.on("error", () => process.exit(0));
process.exitCode = await run(process.argv.slice(2));

/** The exit code: 0 when the file could be read, 1 when it could not, 2 when the command was not understood. */
async function run(argv: string[]): Promise<number> {
  const asked = readArguments(argv);
  if (typeof asked === "string") return refuse(asked, 2);
  if (asked.help) {
    console.log(usage);
    return 0;
  }
  const file = await readTextFile(asked.file, limits.outlineCharacters);
  if (!file.ok) return refuse(file.because, 1);

  const plan = reconcile(readOutline(file.text), { themes: [] });
  for (const line of roadmapTree(plan)) console.log(line);
  report("Not read", plan.unread);
  report("Read, but", plan.remarks);
  if (plan.themes.length === 0)
    console.error("No theme was found. Write a heading for each, and a list of tasks under it.");
  return 0;
}

/** What was asked for, or a sentence that says what was wrong with it. */
function readArguments(argv: string[]): { help: boolean; file: string } | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h" } },
    });
    const [what, file, ...more] = positionals;
    if (values.help) return { help: true, file: "" };
    if (what === undefined) return usage;
    if (what !== "roadmap") return `“${what}” cannot be imported, a roadmap can.\n${usage}`;
    if (file === undefined || file === "") return `Which file is the roadmap in?\n${usage}`;
    if (more.length > 0) return `One file at a time: “${more[0]}” is one too many.\n${usage}`;
    return { help: false, file };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : "")?.[1];
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
