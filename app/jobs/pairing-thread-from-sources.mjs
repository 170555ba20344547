// The thread where nothing is built, in development and in tests: its TypeScript is read as it stands.
import { register } from "tsx/esm/api";

register();
await import("./pairing-thread.server.ts");
