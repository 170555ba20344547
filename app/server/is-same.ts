/** Whether two values say the same, all that is in them included: plain ones, dates, lists and objects of these. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (one.constructor !== other.constructor) return false;
  if (one instanceof Date) return one.getTime() === (other as Date).getTime();
  const [these, those] = [one as Record<string, unknown>, other as Record<string, unknown>];
  let names = 0;
  for (const name in these) {
    if (!(name in those) || !isSame(these[name], those[name])) return false;
    names += 1;
  }
  for (const _ in those) names -= 1;
  return names === 0;
}
