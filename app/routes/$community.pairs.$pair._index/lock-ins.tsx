import { BlockList } from "../../components/block-list";
import { Narrow, Stack } from "../../components/columns";
import { LockInForm } from "../../components/lock-in-form";
import { LockInTools } from "../../components/lock-in-tools";
import { Section } from "../../components/section";
import { paths } from "../../paths";
import { Kept } from "./kept";
import { type Page, typedFor } from "./page";

/** The lock-ins of a pair, and where the two of them book one. */
export function LockIns({ page }: { page: Page }) {
  const { community, row, part, ending, readerZone, zone, lockIns } = page;
  const goesOn = ending === null;
  if (lockIns.length === 0 && (!goesOn || part === "organizer")) return null;
  return (
    <Section title="Lock-ins" id="lock-ins">
      <Stack>
        {lockIns.length === 0 ? (
          <p>An hour or two in which you do one thing to the end.</p>
        ) : (
          <BlockList
            blocks={lockIns}
            zone={zone}
            readerZone={readerZone}
            tools={({ id }) =>
              lockIns.some((lockIn) => lockIn.id === id && lockIn.comes) ? (
                <LockInTools community={community} pairId={row.id} lockInId={id} />
              ) : null
            }
          />
        )}
        {goesOn && part !== "organizer" ? (
          <Kept summary="Book a lock-in" typed={typedFor(page, paths.lockIns(community, row.id))}>
            {(typed) => (
              <Narrow>
                <LockInForm community={community} pairId={row.id} zone={zone} typed={typed} />
              </Narrow>
            )}
          </Kept>
        ) : null}
      </Stack>
    </Section>
  );
}
