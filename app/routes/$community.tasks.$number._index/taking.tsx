import { ClaimForm, EndClaimForm } from "../../components/claim-panel";
import { Quote } from "../../components/quote";
import { Section } from "../../components/section";
import type { Page } from "./page";

/** Taking a task: its holder's part, the form to claim it, or why it cannot be claimed. */
export function Taking({ page }: { page: Page }) {
  const { community, task, viewer, left, plan, mine, refusal, kept } = page;
  if (mine) {
    return (
      <Section title="This task is yours" id="claim" level={3} lede={left ? `${capital(left)}.` : undefined}>
        {plan ? <Plan by="You">{plan}</Plan> : null}
        <EndClaimForm community={community} task={task} own />
      </Section>
    );
  }
  if (refusal === null) {
    return (
      <Section title="It is free" id="claim" level={3}>
        <ClaimForm
          community={community}
          task={task}
          hours={community.claimHours}
          signedIn={viewer !== null}
          member={community.role !== null}
          note={kept ?? undefined}
        />
      </Section>
    );
  }
  return (
    <Section title={task.standing.is === "held" ? "Somebody is on it" : "It cannot be claimed"} id="claim" level={3}>
      <p>
        {refusal} {task.standing.is === "waiting" ? <a href="#needs">See how that stands</a> : null}
      </p>
      {left ? <p>{capital(left)}.</p> : null}
      {plan && task.standing.is === "held" ? <Plan by={task.standing.by}>{plan}</Plan> : null}
      {kept ? (
        <div>
          <p>You wrote:</p>
          <Quote>{kept}</Quote>
        </div>
      ) : null}
      {task.standing.is === "held" && community.role === "organizer" ? (
        <EndClaimForm community={community} task={task} own={false} />
      ) : null}
    </Section>
  );
}

/** What the holder said when they took the task. */
const Plan = ({ by, children }: { by: string; children: string }) => (
  <div>
    <p>{by} wrote:</p>
    <Quote>{children}</Quote>
  </div>
);

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
