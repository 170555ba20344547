import type { AppLoadContext } from "@remix-run/node";

/** Somebody who has moved up from a waiting list. */
type MovedUp = { name: string; email: string };

/**
 * Writes to whoever has moved up from a waiting list: to each alone, after the change is stored. A mail that is not taken
 * is put in the log and keeps nobody from their place; without a mail server the sprint's page is what says it.
 */
export async function writeToMovedUp(
  context: Pick<AppLoadContext, "mailer" | "failed" | "origin">,
  movedUp: readonly MovedUp[],
  sprint: { name: string },
  path: string,
): Promise<void> {
  if (context.mailer.kind === "none") return;
  for (const { name, email } of movedUp) {
    const text = `Hello ${name},

a place at ${sprint.name} has become free, and it is yours. You need not do anything.

${context.origin}${path}

If you cannot come after all, please withdraw on that page: the next in line then has your place.
`;
    try {
      await context.mailer.send({ to: email, subject: `You have a place at ${sprint.name}`, text });
    } catch (error) {
      context.failed(error);
    }
  }
}
