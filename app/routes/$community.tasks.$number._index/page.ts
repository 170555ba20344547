import type { useLoaderData } from "@remix-run/react";
import type { readTask } from "./reading.server";

/** What the page of a task is sent. */
export type Page = ReturnType<typeof useLoaderData<typeof readTask>>;
