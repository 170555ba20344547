import type { ElementType } from "react";
import type { Moved } from "../domain/plans/steps";
import { andMore } from "../domain/plans/words";
import { DefinitionList } from "./definition-list";
import { Disclosure } from "./disclosure";
import { UndoForm } from "./plan-actions";

type Slugged = { slug: string };

type PlanHistoryProps = {
  community: Slugged;
  sprint: Slugged;
  /** The draft's revision. */
  seen: number | null;
  /** The element that sends what is taken back. */
  undoAs?: ElementType;
  /** The newest step that can be taken back, in words; null without one. */
  undo: string | null;
  /** What the newest run moved, against the draft before it; null when there was none before. */
  moved: { lines: readonly Moved[]; more: number } | null;
};

/** What was done to the draft last: taken back by one press, and the last run beside the one before. */
export function PlanHistory({ community, sprint, seen, undoAs, undo, moved }: PlanHistoryProps) {
  return (
    <>
      {undo === null ? null : <UndoForm community={community} sprint={sprint} seen={seen} said={undo} as={undoAs} />}
      {moved === null ? null : (
        <Disclosure summary="Compare with the run before">
          {moved.lines.length === 0 ? (
            <p>Nobody moved: the last run came to the same plan.</p>
          ) : (
            <>
              <DefinitionList
                definitions={moved.lines.map(({ newcomer, from, to, because }) => ({
                  term: newcomer,
                  said: (
                    <>
                      <p>
                        {from === null ? "Waited" : `Was with ${from}`},{" "}
                        {to === null ? "waits now" : `is with ${to} now`}.
                      </p>
                      {because.map((line) => (
                        <p key={line}>
                          <small>{line}</small>
                        </p>
                      ))}
                    </>
                  ),
                }))}
              />
              {moved.more > 0 ? <p>{andMore(moved.more)}</p> : null}
            </>
          )}
        </Disclosure>
      )}
    </>
  );
}
