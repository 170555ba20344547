import { createContext } from "react";

/**
 * What only the server knows of an answer: its id, the nonce of its scripts, and whether it has any. A page that runs in
 * the browser has, and needs neither of the others there.
 */
export const ServerAnswer = createContext({ requestId: "", nonce: "", scripts: true });
