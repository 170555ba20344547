import type { AppLoadContext } from "@remix-run/node";
import { type Addressee, sendLetters } from "./letters.server";

/** Writes to somebody whom an organizer has withdrawn from a sprint, after it is stored. */
export async function writeToWithdrawn(
  context: Pick<AppLoadContext, "mailer" | "failed" | "origin">,
  to: Addressee,
  { by, sprint, page }: { by: string; sprint: { name: string }; page: string },
): Promise<void> {
  const text = `Hello ${to.name},

${by}, who organizes ${sprint.name}, has noted that you cannot come. Your place goes to the next in line, and pairs of yours at this sprint have ended.

If that is a mistake, register again on its page, or ask ${by}. What you said is still there.

${context.origin}${page}
`;
  await sendLetters(context, [{ to, subject: `You are withdrawn from ${sprint.name}`, text }]);
}
