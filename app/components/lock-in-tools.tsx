import { paths } from "../paths";
import { Button, ButtonLink } from "./button";
import { Actions } from "./columns";
import { SubmitForm } from "./submit-form";

type LockInToolsProps = { community: { slug: string }; pairId: number; lockInId: number };

/** What either of a pair, or an organizer, can do with a lock-in that is not over. */
export function LockInTools({ community, pairId, lockInId }: LockInToolsProps) {
  return (
    <Actions>
      <ButtonLink tone="quiet" href={paths.lockInEdit(community, pairId, lockInId)}>
        Change it
      </ButtonLink>
      <SubmitForm action={paths.lockInCancellation(community, pairId, lockInId)} inline>
        <Button tone="quiet">Call it off</Button>
      </SubmitForm>
    </Actions>
  );
}
