import { isRouteErrorResponse } from "@remix-run/react";
import type { DropAnswer } from "./answer-move";
import type { Refusal } from "./answers";

/**
 * Sends a drop from the browser. A refusal comes back as its sentence rather than as an error page: the board puts the
 * thing back, says why, and goes on. Being sent elsewhere (to sign in) stays what it is.
 */
export async function answerDrop(send: () => Promise<unknown>): Promise<DropAnswer> {
  try {
    await send();
    return { refused: null };
  } catch (error) {
    if (error instanceof Response) throw error;
    const refusal = isRouteErrorResponse(error) ? (error.data as Partial<Refusal> | null) : null;
    return { refused: refusal?.because ?? "That did not reach us, so everything is back where it was. Try it again." };
  }
}
