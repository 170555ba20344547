import { data } from "@remix-run/node";
import type { Refusal } from "./answers";

/** The form of a request. A body that says it is a form and is none is refused with 400. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw data<Refusal>(
      { because: "What was sent is not a form, or broke off on the way. Go back and send it again." },
      { status: 400 },
    );
  }
}
