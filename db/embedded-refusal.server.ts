/**
 * The embedded PostgreSQL cannot be made or started here. The message is one sentence for the person at the terminal:
 * what is the matter, and the way out. `detail` holds the last lines PostgreSQL itself wrote, when there are any.
 */
export class EmbeddedRefusal extends Error {
  override readonly name = "EmbeddedRefusal";

  constructor(
    sentence: string,
    readonly detail: string = "",
  ) {
    super(sentence);
  }
}
