import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The project's own directory, the one that holds package.json: from a source file, from the built server and from a
 * test alike, wherever the process was started.
 */
export function findProjectRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, "package.json"))) {
    const parent = dirname(directory);
    if (parent === directory) throw new Error(`No package.json on the way up from ${fileURLToPath(import.meta.url)}.`);
    directory = parent;
  }
  return directory;
}
