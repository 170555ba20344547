import { createContext } from "react";

/**
 * What only the server knows of an answer: its id, the nonce of its scripts, whether it has any, and whether it is a
 * refusal. A page that runs in the browser has scripts, is none, and needs neither of the others there.
 */
export const ServerAnswer = createContext({ requestId: "", nonce: "", scripts: true, refused: false });
