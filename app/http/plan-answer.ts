import { data } from "@remix-run/node";
import type { CommunityRole } from "../domain/people/roles";
import type { LateWords } from "../domain/plans/late";

type Named = { slug: string; name: string };

/** Where a form of the pairing table was sent, and why it was not carried out. */
export type PlanAnswer = {
  community: Named & { role: CommunityRole | null };
  sprint: Named;
  refused: LateWords;
};

/** The answer to a form of the pairing table that was not carried out, with no more of community and sprint than its page shows. */
export const planAnswer = <More extends object>(
  status: 409 | 422,
  { community, sprint, refused }: PlanAnswer,
  more: More,
) =>
  data<PlanAnswer & More>(
    {
      community: { slug: community.slug, name: community.name, role: community.role },
      sprint: { slug: sprint.slug, name: sprint.name },
      refused,
      ...more,
    },
    { status },
  );
