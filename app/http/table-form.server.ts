import type { AppLoadContext } from "@remix-run/node";
import { readSentText, type SentText } from "./sent-text.server";

/** What an organizer sent as a table of registrations to bring in. */
export const readTableForm = (context: Pick<AppLoadContext, "refused">, form: FormData): Promise<SentText> =>
  readSentText(context, form, {
    field: "table",
    nothing: "There is nothing to read yet. Paste the table, or choose a file.",
    tooLong: (most, length) =>
      `A table must be ${most} characters or fewer (you have ${length}). Bring it in as several, one after the other.`,
  });
