import { expect, it } from "vitest";
import { FailedStep, runQuietly } from "../../bin/command.mjs";

const node = (script: string) => runQuietly("npm ci", process.execPath, ["-e", script]);

it("a step that goes well says nothing", async () => {
  await expect(node("console.log('noise'); console.error('more')")).resolves.toBeUndefined();
});

it("a step that fails names its command and shows what it said from the first error on", async () => {
  const chatter = "for (let i = 0; i < 100; i += 1) console.log('npm warn an error in ' + i)";
  const failing = node(
    `${chatter}; console.log('npm error out of step'); console.log('see the manual'); process.exitCode = 3`,
  );
  await expect(failing).rejects.toThrow(
    new FailedStep("`npm ci` failed (exit code 3). It said:\n\nnpm error out of step\nsee the manual"),
  );
});

it("a step that fails without a word about errors shows its last lines", async () => {
  const failing = node("for (let i = 0; i < 100; i += 1) console.log('line ' + i); process.exitCode = 1");
  await expect(failing).rejects.toThrow(/^`npm ci` failed \(exit code 1\)\. It said:\n\nline 75\n[\s\S]+line 99$/);
});

it("a command that is not there is named", async () => {
  await expect(runQuietly("npm ci", "no-such-program", [])).rejects.toThrow(
    /^`npm ci` failed \(spawn no-such-program ENOENT\)\.$/,
  );
});
