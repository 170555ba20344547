import type { PlaceCounts } from "../domain/sprint/places";
import { Stack } from "./columns";
import { Facts } from "./facts";

type WhoComesProps = {
  counts: PlaceCounts & { newcomers: number; mentors: number; firstTimers: number; seats: number };
  /** "3 of 14 places are free.", where it is not said already. */
  places: string | null;
};

const people = (count: number, one: string, many: string) => ({ value: count, label: count === 1 ? one : many });

/** Who comes to a sprint, as numbers: nobody's name. */
export function WhoComes({ counts, places }: WhoComesProps) {
  const { newcomers, mentors, firstTimers, seats, onSite, online } = counts;
  if (newcomers + mentors === 0) return <p>Nobody has registered yet.</p>;
  return (
    <Stack>
      <Facts
        facts={[
          people(newcomers, "newcomer", "newcomers"),
          people(mentors, "mentor", "mentors"),
          ...(seats > 0 ? [people(seats, "seat with a mentor", "seats with mentors")] : []),
          ...(firstTimers > 0 ? [people(firstTimers, "for the first time", "for the first time")] : []),
          ...(onSite > 0 && online > 0 ? [people(online, "takes part online", "take part online")] : []),
        ]}
      />
      {places ? <p>{places}</p> : null}
    </Stack>
  );
}
