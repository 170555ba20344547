import type { ReactNode } from "react";
import { DefinitionList } from "./definition-list";
import { Span } from "./sprint-hours";
import { timeInWords } from "./time-words";

export type BlockLine = {
  id: number;
  title: string;
  /** Instants as ISO 8601. */
  startsAt: string;
  endsAt: string;
  place: string;
  doneWhen: string;
};

type BlockListProps = {
  blocks: readonly BlockLine[];
  zone: string;
  readerZone?: string | null;
  /** What the reader can do with one, where there is anything. */
  tools?: (block: BlockLine) => ReactNode;
};

/** What people have agreed to do at a certain hour: when, what, where, and how they know it is done. */
export function BlockList({ blocks, zone, readerZone, tools }: BlockListProps) {
  return (
    <DefinitionList
      definitions={blocks.map((block) => ({
        term: timeInWords(block.startsAt, zone, null, "date").there,
        said: (
          <>
            <strong>{block.title}</strong>
            <br />
            <Span from={block.startsAt} until={block.endsAt} zone={zone} readerZone={readerZone} />
            {block.place ? `, ${block.place}` : null}
            {block.doneWhen ? (
              <>
                <br />
                Done when: {block.doneWhen}
              </>
            ) : null}
            {tools?.(block)}
          </>
        ),
      }))}
    />
  );
}
