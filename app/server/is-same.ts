/**
 * Whether two values say the same, all that is in them included: plain ones, dates, lists, and objects whose names stand in the
 * same order, as in what is made in one place.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((value, at) => isSame(value, other[at]));
  }
  if (one instanceof Date || other instanceof Date) {
    return one instanceof Date && other instanceof Date && one.getTime() === other.getTime();
  }
  const [these, those] = [Object.entries(one), Object.entries(other)];
  return (
    these.length === those.length &&
    these.every(([name, value], at) => name === those[at]?.[0] && isSame(value, those[at]?.[1]))
  );
}
