import { type Alike, AlikeRow, alikeBy } from "./alike-row";
import { BetweenRow } from "./between-row";
import { type FitWeights, fitOf, wholeOf } from "./fit";
import { type FitPart, fitParts, hoursEnough, hoursValue, learningValue, themeValue } from "./fit-parts";
import { sharedMinutesLeast, sharesLanguage, wouldRatherNot } from "./possible";
import type { PossiblePairs } from "./possible-pairs";
import type { Profile, Profiles } from "./profile";
import { SharedTime } from "./shared-time";
import { SkillRow } from "./skill-row";
import { ThemeRow } from "./theme-row";

/**
 * The fits of one newcomer with all mentors, one newcomer after another: what `possibleMinutes` and `fitBy` say of each two
 * of them, to the last bit (the same parts, added in the same order), at a hundredth of the work. What many have alike comes
 * out of tables, what few have is noted beforehand, and hours, skills and themes of all mentors stand in one list each.
 */
export class FitRow {
  private readonly whole: number;
  private readonly time: SharedTime;
  private readonly learning: SkillRow;
  private readonly themes: ThemeRow;
  /** What so many shared minutes add; more than the last adds no more. */
  private readonly hours: Float64Array;
  private readonly circumstances: Alike;
  private readonly attendance: AlikeRow;
  private readonly clocks: AlikeRow;
  private readonly firstTime: AlikeRow;
  private readonly wishes: BetweenRow;
  private readonly workedBefore: BetweenRow;
  private readonly refusing: BetweenRow;
  private readonly speech: Alike;
  private readonly language: AlikeRow;
  private readonly talking: AlikeRow;
  private readonly candidates: Int32Array;

  constructor(profiles: Profiles, weights: FitWeights) {
    const { newcomers, mentors } = profiles;
    const weeks = newcomers[0]?.presence.weeks ?? 1;
    const alike = (part: FitPart, people: Alike) =>
      new AlikeRow(profiles, people, (together) => weights[part] * fitParts[part].value(together));
    const between = (part: FitPart, names: (profile: Profile) => ReadonlySet<number>) =>
      new BetweenRow(profiles, names, (together) => weights[part] * fitParts[part].value(together));

    this.whole = wholeOf(weights);
    this.time = new SharedTime(profiles);
    this.learning = new SkillRow(newcomers, mentors, (...skills) => weights.learning * learningValue(...skills));
    this.themes = new ThemeRow(newcomers, mentors, (...ranks) => weights.themes * themeValue(...ranks));
    this.hours = Float64Array.from(
      { length: Math.ceil(hoursEnough * weeks) + 1 },
      (_, minutes) => weights.sharedHours * hoursValue(minutes, weeks),
    );
    this.circumstances = alikeBy(profiles, ({ presence, person }) =>
      [presence.onSite, presence.offset, person.firstTime].join(),
    );
    this.attendance = alike("attendance", this.circumstances);
    this.clocks = alike("clocks", this.circumstances);
    this.firstTime = alike("firstTime", this.circumstances);
    this.wishes = between("wishes", ({ wishes }) => wishes);
    this.workedBefore = between("workedBefore", ({ workedWith }) => workedWith);
    this.refusing = new BetweenRow(
      profiles,
      ({ notWith }) => notWith,
      ({ newcomer, mentor }) => Number(wouldRatherNot(newcomer, mentor)),
    );
    this.speech = alikeBy(profiles, ({ languages, fluent }) => `${languages} ${fluent}`);
    this.language = alike("language", this.speech);
    this.talking = new AlikeRow(profiles, this.speech, ({ newcomer, mentor }) =>
      Number(sharesLanguage(newcomer, mentor)),
    );
    this.candidates = new Int32Array(mentors.length);
  }

  /** Adds the row of a newcomer to `pairs`: every mentor they could be paired with, and how well they fit. */
  addTo(pairs: PossiblePairs, newcomer: number): void {
    const { whole, learning, themes, hours, attendance, clocks, firstTime, wishes, workedBefore, refusing } = this;
    const { language, talking, candidates } = this;
    for (const row of [learning, themes, attendance, clocks, firstTime, language, talking]) row.turnTo(newcomer);
    const hasBetween = [wishes, workedBefore, refusing].map((row) => row.turnTo(newcomer)).includes(true);
    const minutesOf = this.time.with(newcomer);
    const timeOf = this.time.mentors.of;
    const speechOf = this.speech.mentors.of;
    const circumstancesOf = this.circumstances.mentors.of;
    const enough = hours.length - 1;
    const count = this.findCandidates(minutesOf);
    for (let at = 0; at < count; at++) {
      const mentor = candidates[at] as number;
      if (hasBetween && refusing.with(mentor) > 0) continue;
      const minutes = minutesOf[timeOf[mentor] as number] as number;
      const kind = circumstancesOf[mentor] as number;
      let points = learning.with(mentor);
      points += themes.with(mentor);
      points += hours[minutes < enough ? minutes : enough] as number;
      points += attendance.at(kind);
      points += clocks.at(kind);
      points += firstTime.at(kind);
      if (hasBetween) points += wishes.with(mentor);
      if (hasBetween) points += workedBefore.with(mentor);
      points += language.at(speechOf[mentor] as number);
      pairs.add(mentor, fitOf(points, whole));
    }
    pairs.endRow();
  }

  /**
   * Puts down who shares hours and a language with the newcomer, and answers how many. Everybody is written down, and only
   * stays where it is so: guessing wrong which way to branch, for one in five of millions, would take longer than all the rest.
   */
  private findCandidates(minutesOf: Int32Array): number {
    const { candidates, talking } = this;
    const timeOf = this.time.mentors.of;
    const speechOf = this.speech.mentors.of;
    const talks = talking.now;
    let count = 0;
    for (let mentor = 0; mentor < candidates.length; mentor++) {
      candidates[count] = mentor;
      const spare = (minutesOf[timeOf[mentor] as number] as number) - sharedMinutesLeast;
      count += (1 + (spare >> 31)) & (talks[speechOf[mentor] as number] as number);
    }
    return count;
  }
}
