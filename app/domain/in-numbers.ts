const british = new Intl.NumberFormat("en-GB");

/** A count as people read it: "11,500". */
export const inNumbers = (count: number): string => british.format(count);
