import { foldWords } from "../fold";

const months =
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
  "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre januar februar marz juni juli oktober dezember " +
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio " +
  "settembre ottobre dicembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro";
const seasons =
  "spring summer autumn fall winter printemps ete automne hiver fruhling sommer herbst primavera verano otono invierno estate autunno inverno";
const word = `(?:q[1-4]|h[12]|[1-4]q|quarter [1-4]|t[1-4]|${`${months} ${seasons}`.split(" ").join("|")})`;
const year = "(?:(?:fy|in|year)? ?(?:19|20)\\d\\d(?:[/-](?:\\d\\d){1,2})?)";
const named = `(?:${word}(?:[ /-]+(?:${word}|${year}))*|${year}(?:[ /-]+(?:${word}|${year}|\\d\\d?))*)`;
const horizon =
  "now|next|later|soon|someday|short[- ]term|mid[- ]term|medium[- ]term|long[- ]term|(?:this|next) (?:year|quarter|month|release)";
const period = new RegExp(`^(?:${named}|${horizon})$`);

/** True for a heading that says when and not what: "2026", "Q1 2027", "2026/27", "Spring 2026", "Now", "Long term". */
export const isPeriod = (raw: string): boolean =>
  raw.length < 60 && period.test(foldWords(raw.replace(/[*_`~:：()–—]/g, " ")).replace(/ - /g, "-"));
