import type { LoaderFunctionArgs } from "@remix-run/node";
import { listCheckIns } from "../../../db/queries/check-ins.server";
import { listLockIns } from "../../../db/queries/lock-ins.server";
import { restoreForm } from "../../auth/kept-forms.server";
import { pairAt } from "../../auth/pair.server";
import { isAsked, silentWords } from "../../domain/pairs/answers";
import { pairRow } from "../../domain/pairs/row";
import { endingWords } from "../../domain/pairs/words";

/** What the page of a pair shows to one of the two, or to an organizer; 404 to everybody else. */
export async function readPair({ context, params, request }: LoaderFunctionArgs) {
  const { community, person, pair, part } = await pairAt(context, request, params);
  const [checkIns, lockIns, kept] = await Promise.all([
    listCheckIns(context.db, community.id, pair.id),
    listLockIns(context.db, community.id, pair.id),
    restoreForm(context, request),
  ]);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    part,
    now: community.now,
    readerZone: person.timeZone,
    row: pairRow(pair, part, person.id, community.now),
    zone: pair.sprint.timeZone,
    reasons: pair.reasons,
    asked: isAsked(pair, part),
    silent: pair.ending === null ? silentWords(pair, part) : null,
    ending: pair.ending && { ...pair.ending, said: endingWords[pair.ending.reason].said },
    checkIns: checkIns.map(({ authorId, author, ...checkIn }) => ({
      ...checkIn,
      author: authorId === person.id ? "You" : author,
    })),
    lockIns: lockIns.map((lockIn) => ({
      ...lockIn,
      comes: lockIn.endsAt > community.now,
      startsAt: lockIn.startsAt.toISOString(),
      endsAt: lockIn.endsAt.toISOString(),
    })),
    kept: kept && { form: kept.path, typed: kept.typed },
  };
}
