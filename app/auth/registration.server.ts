import type { AppLoadContext } from "@remix-run/node";
import type { Community } from "../../db/queries/communities.server";
import { listOwnQuestions, type OwnAnswer } from "../../db/queries/own-questions.server";
import { findRegistrationById, listRegistrants, type Registration } from "../../db/queries/registrations.server";
import type { Sprint } from "../../db/queries/sprints.server";
import { listThemeNames } from "../../db/queries/themes.server";
import { sprintDays } from "../domain/sprint/days";
import { notFound } from "../http/answers";
import { readId } from "../http/fields.server";
import { organize } from "./community.server";
import type { SignedIn } from "./session.server";
import { sprintAt } from "./sprint.server";

/**
 * What a registration at a sprint can say. Who else has registered is for members, who may know each other; nobody else is
 * shown a name, and with `personId` null nobody is: whom somebody would rather not meet, and what they take on as a mentor, is
 * for themselves alone to say.
 */
export async function registrationTerms(
  context: Pick<AppLoadContext, "db">,
  community: Community,
  sprint: Sprint,
  personId: number | null,
) {
  const [themes, asked, registrants] = await Promise.all([
    listThemeNames(context.db, community.id),
    listOwnQuestions(context.db, community.id, sprint.id),
    community.role === null || personId === null ? [] : listRegistrants(context.db, community.id, sprint.id),
  ]);
  const others = registrants.filter((registrant) => registrant.personId !== personId);
  const duties = personId === null ? "" : sprint.mentorDuties;
  return { days: sprintDays(sprint), online: sprint.online, duties, themes, asked, others };
}

/** What reading a registration takes besides itself, from its terms and what was answered to the organizers' questions. */
export const readingOf = (
  { days, online, asked }: Awaited<ReturnType<typeof registrationTerms>>,
  answers: readonly OwnAnswer[],
) => ({ sprint: { online, days }, questions: asked, answers });

/** The registration at `/sprints/:sprint/registrations/:registration`, for an organizer. `action` is the deed, for a refusal on the audit trail. */
export async function registrationAt(
  context: AppLoadContext,
  request: Request,
  params: { community?: string; sprint?: string; registration?: string },
  action: string,
  form?: FormData,
): Promise<{ community: Community; person: SignedIn; sprint: Sprint; registration: Registration }> {
  const deed = { action, object: "registrations", objectKey: params.registration, what: "correct registrations" };
  const { community, person } = await organize(context, request, params.community, deed, form);
  const sprint = await sprintAt(context, community, params.sprint);
  const id = readId(params.registration) ?? notFound("registration");
  const registration = await findRegistrationById(context.db, community.id, sprint.id, id);
  return { community, person, sprint, registration: registration ?? notFound("registration") };
}
