import type { AppLoadContext } from "@remix-run/node";
import { readSentText, type SentText } from "./sent-text.server";

/** What an organizer sent as a roadmap to bring in. */
export const readOutlineForm = (context: Pick<AppLoadContext, "refused">, form: FormData): Promise<SentText> =>
  readSentText(context, form, {
    field: "outline",
    nothing: "There is nothing to read yet. Paste your roadmap, or choose a file.",
    tooLong: (most, length) =>
      `A roadmap must be ${most} characters or fewer (you have ${length}). Bring it in as two, one after the other.`,
  });
