import { openEmbedded } from "../../db/embedded.server";

// An app in a process of its own, as far as the database can tell: opens it, says where it is, and stays until told to end.
const [, , dataDir = "", pace] = process.argv;
const embedded = await openEmbedded({ dataDir, fast: pace === "fast" });
process.stdout.write(`${JSON.stringify(embedded)}\n`);
process.once("SIGTERM", () => void embedded.stop().then(() => process.exit(0)));
