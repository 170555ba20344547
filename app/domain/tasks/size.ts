import { foldWords } from "../fold";
import { limits } from "../limits";

const hour = 60;
const day = limits.workingDayMinutes;
const week = 5 * day;

const table = <Value>(rows: [Value, string][]): Map<string, Value> =>
  new Map(rows.flatMap(([value, words]) => words.split(" ").map((word) => [foldWords(word), value] as const)));

/** Minutes in a unit, in the languages roadmaps were seen in: English, French, German, Spanish, Italian, Portuguese. */
const units = table<number>([
  [1, "m min mins minute minutes minuten minuto minutos minuti"],
  [hour, "h hr hrs hour hours heure heures stunde stunden std hora horas ora ore"],
  [4 * hour, "morning afternoon halbtag vormittag nachmittag matinée"],
  [3 * hour, "evening abend soirée"],
  [
    day,
    "d day days workday workdays j jour jours journée journées tag tage tagen día días giorno giorni giornata giornate",
  ],
  [2 * day, "weekend wochenende"],
  [week, "w wk wks week weeks semaine semaines woche wochen semana semanas settimana settimane"],
  [20 * day, "month months monat monate mois mes meses mese mesi mês"],
]);

const numbers = table<number>([
  [0.5, "half demi demie halb halbe halber halben halbes medio media mezzo mezza meio meia"],
  [1, "a an one un une uno una um uma ein eine einen einem einer eines"],
  [1.5, "anderthalb eineinhalb"],
  [2, "two couple deux zwei dos due dois duas"],
  [3, "three few trois drei tres tre três"],
  [4, "four quatre vier cuatro quattro quatro"],
  [5, "five cinq fünf cinco cinque"],
  [6, "six sechs seis sei"],
  [7, "seven sept sieben siete sette sete"],
  [8, "eight huit acht ocho otto oito"],
  [10, "ten dix zehn diez dieci dez"],
]);

const fillers = new Set(
  ["of and et und y e about approx approximately around roughly circa ca c environ env etwa ungefähr rund aprox"]
    .concat(["cerca de unos unas mas max maximum at most up work working full whole est estimated only just each"])
    .flatMap((words) => words.split(" "))
    .map(foldWords),
);

/** T-shirt sizes. L is a day, so that everything up to it can be a first task. */
const shirts = new Map<string, number>([
  ["xs", hour],
  ["s", 2 * hour],
  ["small", 2 * hour],
  ["m", 4 * hour],
  ["medium", 4 * hour],
  ["l", day],
  ["large", day],
  ["xl", 2 * day],
  ["xxl", week],
]);

/**
 * Minutes that a written size stands for, not yet held to `limits.taskMinutesMost`: "2h", "90 min", "half a day" (4 h),
 * "1.5 days", "½ day", "a week" (5 days of 8 h), "1h30", "une demi-journée". Of a range ("2-3h", "an hour or two") it is
 * the upper end. Null when any word of it is not part of a size, or when it is nothing.
 */
export function readSize(text: string): number | null {
  if (text.length > 60) return null;
  const plain = foldWords(halves(text)).replace(/^[~≈<>≤≥±\s]+|[+\s.]+$/g, "");
  for (const glued of plain.matchAll(/\d(\p{L}+)(?=\d)/gu)) if (!units.has(glued[1] ?? "")) return null;
  const minutes = readRange(plain) ?? readAmount(plain)?.minutes ?? null;
  return minutes === null || minutes < 1 ? null : Math.round(minutes);
}

/** Minutes of "XS", "S", "M", "L", "XL", "XXL" (or small, medium, large), for places where a size is expected. */
export function readShirtSize(text: string): number | null {
  return shirts.get(foldWords(text)) ?? null;
}

/** A size in words that `readSize` reads back as the same minutes: "30 min", "2h", "half a day", "1 day", "1.5 days". */
export function writeSize(minutes: number): string {
  if (minutes === day / 2) return "half a day";
  if (minutes % (day / 2) === 0) return minutes === day ? "1 day" : `${minutes / day} days`;
  return minutes % hour === 0 ? `${minutes / hour}h` : `${minutes} min`;
}

/** Signs such as "1½" become "1.5" before compatibility forms would make "11/2" of them; "1,5" becomes "1.5". */
function halves(text: string): string {
  const parts: Record<string, string> = { "½": ".5", "¼": ".25", "¾": ".75" };
  return text
    .replace(/(\d*)\s?([½¼¾])/g, (_, whole: string, sign: string) => `${whole || "0"}${parts[sign] ?? ""}`)
    .replace(/(\d),(\d)/g, "$1.$2")
    .replace(/(\s)à(\s)/g, "$1-$2")
    .replace(/(\d)\s+a\s+(\d)/g, "$1-$2");
}

function readRange(text: string): number | null {
  for (const mark of [...text.matchAll(/\s*[-–—…]\s*|\s*\.{2,}\s*|\s+(?:to|or|bis|oder|ou|o)\s+/g)].slice(0, 3)) {
    const low = text.slice(0, mark.index);
    const high = text.slice(mark.index + mark[0].length);
    const upper = readAmount(high);
    const lower = readAmount(low);
    if (upper && (lower || readNumber(low) !== null)) return Math.max(upper.minutes, lower?.minutes ?? 0);
    const count = readNumber(high);
    if (lower && count !== null) return Math.max(lower.minutes, count * lower.unit);
  }
  return null;
}

/** "an hour and a half", "1 day 4 hours", "1h30": every word has to be a number, a unit or a filler. */
function readAmount(text: string): { minutes: number; unit: number } | null {
  const words = text.replace(
    /\b(?:and a half|et demie?|und ein(?:e|en)? halb(?:e|en|er)?|y medi[oa]|e mezz[oa]|e mei[oa])\b/g,
    "+",
  );
  let minutes = 0;
  let unit = 0;
  let count: number | null = null;
  for (const token of tokens(words)) {
    const number = wordNumber(token);
    const perUnit = units.get(token);
    if (token === "+") {
      if (count !== null) count += 0.5;
      else if (unit > 0) minutes += unit / 2;
      else return null;
    } else if (number !== null) count = (count ?? 1) * number;
    else if (perUnit !== undefined) {
      if (count === null) return null;
      minutes += count * perUnit;
      unit = perUnit;
      count = null;
    } else if (!fillers.has(token)) return null;
  }
  if (count !== null) {
    if (unit !== hour || !/^\d/.test(words) || count >= 60) return null;
    minutes += count;
  }
  return unit === 0 ? null : { minutes, unit };
}

/** "2", "two", "half": a number and nothing else. */
function readNumber(text: string): number | null {
  const found = tokens(text);
  return found.length === 1 && found[0] !== undefined ? wordNumber(found[0]) : null;
}

function wordNumber(token: string): number | null {
  const fraction = /^(?:(\d+) )?(\d+)\/([1-9]\d*)$/.exec(token);
  if (fraction) return Number(fraction[1] ?? 0) + Number(fraction[2]) / Number(fraction[3]);
  return /^\.?\d/.test(token) ? Number(token) : (numbers.get(token) ?? null);
}

/** Numbers and words; whatever is neither, nor a space or a hyphen between them, is a token of its own and fits nowhere. */
const tokens = (text: string): string[] =>
  (text.match(/\d+ \d+[/⁄]\d+|\d+[/⁄]\d+|\d*\.\d+|\d+|\p{L}+|[^\s\-.']/gu) ?? []).map((token) =>
    token.replace("⁄", "/"),
  );
