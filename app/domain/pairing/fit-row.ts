import { type AlikeRow, alikeBy, enoughRow, kindsByMentor, valueRow, worthRow } from "./alike-row";
import { BetweenRow } from "./between-row";
import { type FitPart, type FitWeights, fitOf, sharesBy } from "./fit";
import { fitParts, hoursEnough, hoursValue, learningValue, type Together, themeValue } from "./fit-parts";
import { sharedMinutesLeast, sharesLanguage, wouldRatherNot } from "./possible";
import type { PossiblePairs } from "./possible-pairs";
import type { Profiles } from "./profile";
import { sharedTimeRow } from "./shared-time";
import { skillRow } from "./skill-row";
import { themeRow } from "./theme-row";

/** What two people have between them where one of them would rather not: far below all shares there could be. */
const ratherNot = -(2 ** 31);

/**
 * The fits of one newcomer with all mentors, one newcomer after another: what `possibleMinutes` and `fitBy` say of each two
 * of them, to the last share, at a hundredth of the work. What people have alike comes out of a row for all of a kind, and
 * what few have is noted beforehand.
 */
export class FitRow {
  private readonly time: AlikeRow;
  /** What the parts of the fit add, in shares. */
  private readonly hours: AlikeRow;
  private readonly learning: AlikeRow;
  private readonly themes: AlikeRow;
  private readonly circumstances: AlikeRow;
  private readonly language: AlikeRow;
  /** The kinds of each mentor in these five. */
  private readonly kinds: Int32Array;
  private readonly between: BetweenRow;
  /** Who shares a language with the newcomer, and who shares enough time. */
  private readonly talking: AlikeRow;
  private readonly meeting: AlikeRow;
  private minutesOf: Int32Array = new Int32Array(0);

  constructor(profiles: Profiles, weights: FitWeights) {
    const weeks = profiles.newcomers[0]?.presence.weeks ?? 1;
    const sharesOf = sharesBy(weights);
    const shares =
      (...parts: FitPart[]) =>
      (together: Together) =>
        parts.reduce((sum, part) => sum + sharesOf(part, fitParts[part].value(together)), 0);
    const known = alikeBy(
      profiles,
      ({ presence: { onSite, offset }, person }) => 4 * offset + 2 * Number(onSite) + Number(person.firstTime),
    );
    const speech = alikeBy(profiles, ({ languages, fluent }) =>
      fluent === languages ? languages : `${languages} ${fluent}`,
    );
    const betweenShares = shares("wishes", "workedBefore");

    const time = alikeBy(profiles, ({ presence }) => presence);
    this.time = sharedTimeRow(profiles, time);
    this.meeting = enoughRow(time, () => this.minutesOf, sharedMinutesLeast);
    const worth = Int32Array.from({ length: Math.ceil(hoursEnough * weeks) + 1 }, (_, minutes) =>
      sharesOf("sharedHours", hoursValue(minutes, weeks)),
    );
    this.hours = worthRow(time, () => this.minutesOf, worth);
    this.learning = skillRow(profiles, (...skills) => sharesOf("learning", learningValue(...skills)));
    this.themes = themeRow(profiles, (...ranks) => sharesOf("themes", themeValue(...ranks)));
    this.circumstances = valueRow(profiles, known, shares("attendance", "clocks", "firstTime"));
    this.language = valueRow(profiles, speech, shares("language"));
    const added = [this.hours, this.learning, this.themes, this.circumstances, this.language];
    this.kinds = kindsByMentor(added, profiles.mentors.length);
    const talks = valueRow(profiles, speech, ({ newcomer, mentor }) => Number(sharesLanguage(newcomer, mentor)));
    this.talking = enoughRow(speech, (newcomer) => talks.of(newcomer), 1);
    this.between = new BetweenRow(profiles, (together) =>
      wouldRatherNot(together.newcomer, together.mentor) ? ratherNot : betweenShares(together),
    );
  }

  /** Adds the row of a newcomer to `pairs`: every mentor they could be paired with, and how well they fit. */
  addTo(pairs: PossiblePairs, newcomer: number): void {
    const { between, kinds } = this;
    this.minutesOf = this.time.of(newcomer);
    const meeting = this.meeting.of(newcomer);
    const talking = this.talking.of(newcomer);
    const hours = this.hours.of(newcomer);
    const learning = this.learning.of(newcomer);
    const themes = this.themes.of(newcomer);
    const circumstances = this.circumstances.of(newcomer);
    const language = this.language.of(newcomer);
    const hasBetween = between.turnTo(newcomer);
    const { possible, fits } = pairs;
    let count = pairs.count;
    for (let word = 0; word < meeting.length; word++) {
      // The lowest of those left, until none is: looking at everybody would take longer than all the rest.
      for (let left = (meeting[word] as number) & (talking[word] as number); left !== 0; left &= left - 1) {
        const mentor = 32 * word + 31 - Math.clz32(left & -left);
        const at = 5 * mentor;
        let shares = hours[kinds[at] as number] as number;
        shares += learning[kinds[at + 1] as number] as number;
        shares += themes[kinds[at + 2] as number] as number;
        shares += circumstances[kinds[at + 3] as number] as number;
        shares += language[kinds[at + 4] as number] as number;
        if (hasBetween) {
          const more = between.now[mentor] as number;
          if (more === ratherNot) continue;
          shares += more;
        }
        possible[count] = mentor;
        fits[count++] = fitOf(shares);
      }
    }
    pairs.endRow(count);
  }
}
