import type { useLoaderData } from "@remix-run/react";
import type { readPair } from "./reading.server";

/** What the page of a pair is sent. */
export type Page = ReturnType<typeof useLoaderData<typeof readPair>>;

/** What was typed into one of its forms before whoever sent it was signed in. */
export const typedFor = ({ kept }: Page, form: string) => (kept?.form === form ? kept.typed : undefined);
