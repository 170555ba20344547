import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData } from "@remix-run/react";
import { moveInPlan } from "../../db/queries/planning.server";
import { planForm, planner, sayNotDone } from "../auth/planning.server";
import { SeatRefused } from "../components/plan-refused";
import { movedWords, notMoved } from "../domain/plans/words";
import { answerDrop } from "../http/answer-drop";
import type { DropAnswer } from "../http/answer-move";
import { conflict, unreadable } from "../http/answers";
import { readId } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { inTurn } from "../http/in-turn";
import { typedIn } from "../http/kept-text";
import { parseForm } from "../http/parse-form.server";
import { planAnswer } from "../http/plan-answer";
import { moveForm } from "../http/plan-fields.server";
import { readForm } from "../http/read-form.server";
import { readPlan } from "../jobs/crowd-reader.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: nobody was moved · Portolan" }];

export const loader = planForm;

/** Moves a newcomer of the draft to a free seat with another mentor, or lets them wait. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const said = { action: "move newcomer", title: notMoved };
  const { person, ...here } = await planner(context, request, params, said.action, form);
  const { community, sprint } = here;
  const parsed = await parseForm(context, form, moveForm);
  if (!parsed.ok) {
    const [fault] = parsed.errors;
    const newcomer = readId(parsed.typed.newcomer);
    if (fault?.field !== "mentor" || newcomer === null) return unreadable(fault?.message ?? "");
    const one = await readPlan(context, here, "one", { newcomerId: newcomer });
    const refused = { title: notMoved, lede: fault.message, lines: [] };
    const again = { adjusting: one, chosen: typedIn(form), error: fault.message };
    return planAnswer(422, { ...here, refused }, again);
  }
  const { newcomer, mentor, keep, seen } = parsed.values;
  const at = { communityId: community.id, sprintId: sprint.id, personId: person.id };
  const move = { newcomerId: newcomer, mentorId: mentor, fix: keep !== undefined, follows: form.has("drop") };
  const outcome = await moveInPlan(context.db, await context.doer(), at, seen, move);
  if (outcome.is === "done") {
    if (form.has("drop")) return data<DropAnswer>({ refused: null });
    return redirectSaying(paths.plan(community, sprint), movedWords(mentor !== null));
  }
  const { refused } = await sayNotDone(context, here, outcome, { ...said, seen });
  if (form.has("drop")) return conflict([`${refused.title}.`, refused.lede, ...refused.lines].join(" "));
  const one = await readPlan(context, here, "one", { newcomerId: newcomer });
  const again = { adjusting: one, chosen: typedIn(form), error: null };
  return planAnswer(409, { ...here, refused }, again);
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => inTurn(() => answerDrop(serverAction));

export default function MoveRefusedPage() {
  const answer = useActionData<typeof action>();
  return answer && "adjusting" in answer ? <SeatRefused {...answer} /> : null;
}
