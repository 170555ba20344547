import { data } from "@remix-run/node";
import { type Clash, type ClashField, findClashes } from "../domain/clash";
import type { FormFault } from "./parse-form.server";

/**
 * What an edit form is answered when nothing was saved: what is wrong with it (a `circle` task by task), or who saved
 * meanwhile, and what was typed.
 */
export type EditAnswer = FormFault & {
  clash: { by: string | null; clashes: Clash[] } | null;
  circle?: { cycle: readonly number[]; tasks: { number: number; title: string }[] };
};

/** 422: some fields were refused. */
export const refusedEdit = ({ errors, typed }: FormFault, circle?: EditAnswer["circle"]) =>
  data<EditAnswer>({ errors, typed, clash: null, circle }, { status: 422 });

/**
 * 409: somebody else (`by`) saved since the form was opened. It keeps what was `written`, beside what is `stored` now, and the
 * next send counts as having seen that.
 */
export function clashingEdit(
  written: Record<string, string>,
  stored: Record<string, string>,
  fields: readonly ClashField[],
  by: string | null,
) {
  const typed = { ...written, seen: stored.seen ?? "" };
  return data<EditAnswer>(
    { errors: [], typed, clash: { by, clashes: findClashes(fields, stored, typed) } },
    { status: 409 },
  );
}
