import { PlanRunning } from "../../components/plan-running";
import type { Running } from "../../domain/plans/running";
import { useRunProgress } from "../../http/run-progress";
import { paths } from "../../paths";

type WatchedRunProps = {
  community: { slug: string };
  sprint: { slug: string; name: string };
  running: Running;
};

/** A run that goes on, as it goes on; without JavaScript, as it was when the page was asked for. */
export function WatchedRun({ community, sprint, running: began }: WatchedRunProps) {
  const running = useRunProgress(paths.planRunProgress(community, sprint), began);
  return (
    <>
      <PlanRunning community={community} sprint={sprint} running={running} />
      <noscript>
        <p>
          <a href={paths.plan(community, sprint)}>Look again</a> to see how far it is.
        </p>
      </noscript>
    </>
  );
}
