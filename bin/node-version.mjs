/**
 * What is wrong with this version of Node, as a sentence with the way out, or null. The oldest that will do is the one
 * in package.json under `engines`. Any Node can read this file.
 * @param {string} version as in `process.versions.node`: "20.19.2"
 * @returns {string | null}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `Portolan needs Node 20.19 or newer, and this is ${version}: install a newer one from https://nodejs.org and start again.`;
}
