import type { Addressee, Desk } from "../domain/letters";

/** Writes to somebody whom an organizer has withdrawn from a sprint, in the transaction that does. */
export async function writeToWithdrawn(
  desk: Desk,
  to: Addressee,
  { by, sprint, page }: { by: string; sprint: { name: string }; page: string },
): Promise<void> {
  const text = `Hello ${to.name},

${by}, who organizes ${sprint.name}, has noted that you cannot come. Your place goes to the next in line, and pairs of yours at this sprint have ended.

If that is a mistake, register again on its page, or ask ${by}. What you said is still there.

${desk.origin}${page}
`;
  await desk.write([{ to, subject: `You are withdrawn from ${sprint.name}`, text }]);
}
