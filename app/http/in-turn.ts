/** What was sent last, and whether or not it was carried out, has been answered. */
let answered: Promise<unknown> = Promise.resolve();

/**
 * Sends one thing after the other, in the order in which they were done: where the second stands on the first, such as a seat
 * that the first makes free. What follows is sent whatever became of the one before.
 */
export function inTurn<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  const answer = answered.then(send);
  answered = answer.catch(() => undefined);
  return answer;
}
