import type { FormFault } from "./parse-form.server";

/** The sentences for the summary above a form, each with the field it links to. */
export const faultsOf = (fault: Pick<FormFault, "errors"> | undefined | null) =>
  (fault?.errors ?? []).map(({ field, message }) => ({ name: field === "form" ? undefined : field, message }));

/** The sentence that stands at a field, if it was refused. */
export const faultAt = (fault: Pick<FormFault, "errors"> | undefined | null, field: string) =>
  fault?.errors.find((error) => error.field === field)?.message;
