import { type Alike, AlikeRow } from "./alike-row";
import type { Presence } from "./presence";
import type { Profiles } from "./profile";
import type { Stretches } from "./stretches";
import { Timetable } from "./timetable";

const never: Stretches = new Int32Array(0);

/** The minutes newcomers share with all mentors at once: `sharedMinutes` of each two, once for those who are there alike. */
export function sharedTimeRow({ newcomers, mentors }: Profiles, alike: Alike): AlikeRow {
  const presences = alike.mentors.firsts.flatMap((at) => mentors[at]?.presence ?? []);
  const times = (when: (presence: Presence) => Stretches) => new Timetable(presences.map(when));
  const onSite = times((presence) => (presence.onSite ? presence.atPlace : never));
  const remote = times((presence) => (presence.onSite ? never : presence.anywhere));
  const anybody = times(({ anywhere }) => anywhere);
  return new AlikeRow(alike, (newcomer, minutes) => {
    const presence = newcomers[newcomer]?.presence;
    if (!presence) return;
    if (presence.onSite) onSite.addShared(presence.atPlace, minutes);
    (presence.onSite ? remote : anybody).addShared(presence.anywhere, minutes);
  });
}
