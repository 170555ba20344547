/** Who comes, as numbers: those with a place, and those who wait. */
export type PlaceFacts = { online: boolean; capacity: number | null };
export type PlaceCounts = { onSite: number; online: number; waiting: number; offered?: number };

/** Free places, without those held for somebody, or null where there is room for everybody. Never below none, when the room was made smaller. */
export const freePlaces = (sprint: PlaceFacts, counts: PlaceCounts): number | null =>
  sprint.capacity === null
    ? null
    : Math.max(0, sprint.capacity - counts.onSite - (sprint.online ? counts.online : 0) - (counts.offered ?? 0));

/** "3 of 14 places are free", "All 14 places are taken; 2 people wait"; null where there is room for everybody. */
export function placesInWords(sprint: PlaceFacts, counts: PlaceCounts): string | null {
  const free = freePlaces(sprint, counts);
  if (free === null || sprint.capacity === null) return null;
  const { capacity } = sprint;
  const where = sprint.online ? "" : " on site";
  if (free > 0) {
    return `${free} of ${capacity} ${capacity === 1 ? "place" : "places"}${where} ${free === 1 ? "is" : "are"} free.`;
  }
  if (counts.offered && capacity > 1)
    return `All ${capacity} places${where} are taken, or held for those next in line.`;
  const taken = capacity === 1 ? `The one place${where} is taken` : `All ${capacity} places${where} are taken`;
  if (counts.waiting === 0) return `${taken}. Whoever registers now waits in line for the next free one.`;
  return `${taken}, and ${counts.waiting === 1 ? "one person waits" : `${counts.waiting} people wait`} in line.`;
}
