import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes as 43 URL-safe characters: what a link or a kept form is fetched with. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Whether a text could have come from `newToken`: anything else needs no look into the database. */
export const isToken = (text: string | null | undefined): text is string => /^[\w-]{43}$/.test(text ?? "");

/** What is stored instead of a secret, so that a stolen table opens nothing: its SHA-256, in hexadecimal. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
