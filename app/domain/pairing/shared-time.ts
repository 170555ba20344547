import { type Kinds, kindsOf } from "./kinds";
import type { Presence } from "./presence";
import type { Profiles } from "./profile";
import type { Stretches } from "./stretches";
import { Timetable } from "./timetable";

const never: Stretches = new Int32Array(0);

/** The minutes newcomers share with all mentors at once: `sharedMinutes` of each two, once for those who are there alike. */
export class SharedTime {
  /** The mentors by when they are there. */
  readonly mentors: Kinds;
  private readonly newcomers: Kinds;
  private readonly presences: readonly Presence[];
  private readonly onSite: Timetable;
  private readonly remote: Timetable;
  private readonly anybody: Timetable;
  /** Rows that somebody else will ask for, and how many still will. */
  private readonly rows: (Int32Array | undefined)[] = [];
  private readonly awaited: Int32Array;

  constructor({ newcomers, mentors }: Profiles) {
    this.presences = newcomers.map(({ presence }) => presence);
    this.newcomers = kindsOf(this.presences, (presence) => presence);
    const mentorPresences = mentors.map(({ presence }) => presence);
    this.mentors = kindsOf(mentorPresences, (presence) => presence);
    const times = (when: (presence: Presence) => Stretches) =>
      new Timetable(this.mentors.firsts.map((at) => when(mentorPresences[at] as Presence)));
    this.onSite = times(({ onSite, atPlace }) => (onSite ? atPlace : never));
    this.remote = times(({ onSite, anywhere }) => (onSite ? never : anywhere));
    this.anybody = times(({ anywhere }) => anywhere);
    this.awaited = this.newcomers.sizes.slice();
  }

  /** The minutes a newcomer shares with each kind of mentor. Ask once for each newcomer. */
  with(newcomer: number): Int32Array {
    const kind = this.newcomers.of[newcomer] as number;
    const row = this.rows[kind] ?? this.read(this.presences[newcomer] as Presence);
    const awaited = (this.awaited[kind] as number) - 1;
    this.awaited[kind] = awaited;
    // Where everybody comes at other times, keeping all rows would take more room than all the rest.
    this.rows[kind] = awaited > 0 ? row : undefined;
    return row;
  }

  private read({ onSite, atPlace, anywhere }: Presence): Int32Array {
    const minutes = new Int32Array(this.mentors.firsts.length);
    if (onSite) this.onSite.addShared(atPlace, minutes);
    const others = onSite ? this.remote : this.anybody;
    others.addShared(anywhere, minutes);
    return minutes;
  }
}
