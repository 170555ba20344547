import { createContext } from "react";

/** What only the server knows of an answer: its id, and the nonce of its scripts. Empty in the browser, which needs neither. */
export const ServerAnswer = createContext({ requestId: "", nonce: "" });
