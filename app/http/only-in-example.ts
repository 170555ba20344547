import type { AppLoadContext } from "@remix-run/node";
import { notFound } from "./answers";

/** Keeps the example's doors shut everywhere else: they are as missing there as any address that is nobody's. */
export function onlyInExample(context: Pick<AppLoadContext, "example">): void {
  if (!context.example) notFound("page");
}
