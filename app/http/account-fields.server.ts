import { z } from "zod";
import { limits } from "../domain/limits";
import { isSlug } from "../domain/roadmap/slug";
import { reservedSlugs } from "../paths";
import { line } from "./fields.server";

/** A person's name: something a reader can see, on one line. */
export const personName = line(
  "Your name",
  "Write your name, so that people know who they are talking to.",
  limits.nameGraphemes,
);

/** A community's part of the URL, or empty. Refuses what no URL of a community looks like, and what the app answers to itself. */
export const communitySlug = z
  .string()
  .default("")
  .transform((text) => text.trim().toLowerCase())
  .superRefine((slug, refuse) => {
    if (slug === "") return;
    if (!isSlug(slug)) {
      refuse.addIssue(
        `An address is made of small letters, digits and hyphens, such as django-girls, up to ${limits.slugCharacters} characters.`,
      );
    } else if (reservedSlugs.includes(slug)) {
      refuse.addIssue(`Portolan itself answers at “${slug}”. Choose another, such as ${slug}-community.`);
    }
  });
