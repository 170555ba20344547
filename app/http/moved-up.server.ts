import type { AppLoadContext } from "@remix-run/node";
import { type Addressee, sendLetters } from "./letters.server";

/**
 * Writes to whoever has moved up from a waiting list, after the change is stored. A mail that is not taken keeps nobody from
 * their place; without a mail server the sprint's page is what says it.
 */
export async function writeToMovedUp(
  context: Pick<AppLoadContext, "mailer" | "failed" | "origin">,
  movedUp: readonly Addressee[],
  sprint: { name: string },
  path: string,
): Promise<void> {
  await sendLetters(
    context,
    movedUp.map((to) => ({
      to,
      subject: `You have a place at ${sprint.name}`,
      text: `Hello ${to.name},

a place at ${sprint.name} has become free, and it is yours. You need not do anything.

${context.origin}${path}

If you cannot come after all, please withdraw on that page: the next in line then has your place.
`,
    })),
  );
}
