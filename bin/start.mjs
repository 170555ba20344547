#!/usr/bin/env node
// `npm start` and `npm run dev`. What stands here must be readable by any Node, so that an old one gets a sentence.
import { nodeProblem } from "./node-version.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
import("./run.mjs").then(({ run }) => run(process.env, process.argv.slice(2)));
