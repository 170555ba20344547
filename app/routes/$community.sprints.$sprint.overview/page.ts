import type { useLoaderData } from "@remix-run/react";
import type { readOverview } from "./reading.server";

/** What the overview of a sprint is sent. */
export type Page = ReturnType<typeof useLoaderData<typeof readOverview>>;
