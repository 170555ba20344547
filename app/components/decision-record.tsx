import { DefinitionList } from "./definition-list";
import { Prose } from "./prose";
import { Time } from "./time";

/** A decision as it is shown: its texts are safe HTML. */
export type Recorded = {
  answer: string;
  reason: string;
  rejected: string;
  decidedBy: string | null;
  decidedAt: Date;
};

/** What was decided, why, what was turned down, by whom and when. */
export function DecisionRecord({ decision, zone }: { decision: Recorded; zone: string }) {
  const html = (text: string) => (text ? <Prose html={text} /> : undefined);
  return (
    <DefinitionList
      definitions={[
        { term: "Answer", said: html(decision.answer) },
        { term: "Why", said: html(decision.reason), missing: "No reason was written down." },
        { term: "Rejected", said: html(decision.rejected), missing: "Nothing else was written down." },
        {
          term: "Decided",
          said: (
            <>
              {decision.decidedBy ? `by ${decision.decidedBy}, ` : null}
              <Time at={decision.decidedAt.toISOString()} zone={zone} form="date" year />
            </>
          ),
        },
      ]}
    />
  );
}
