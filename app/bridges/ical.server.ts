import ical, { ICalCalendarMethod } from "ical-generator";
import { listHours, type SprintTimes } from "../domain/sprint/hours";

/** What a calendar is told of a sprint: only what its public page says. */
export type SprintCalendar = SprintTimes & {
  id: number;
  name: string;
  summary: string;
  place: string;
  online: boolean;
  rev: number;
};

type Terms = {
  /** The address of its page. */
  url: string;
  /** The database's time. */
  now: Date;
};

/**
 * A sprint as an iCalendar file (RFC 5545): an event a day, with that day's hours as UTC instants, which need no VTIMEZONE
 * and are right across daylight saving. An event is called by the sprint and its place among the days, so that a sprint
 * that moves moves in people's calendars instead of standing there twice.
 */
export function sprintCalendar(sprint: SprintCalendar, { url, now }: Terms): string {
  const { host } = new URL(url);
  const calendar = ical({
    name: sprint.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Portolan", product: "Sprints", language: "EN" },
  });
  const days = listHours(sprint);
  for (const [index, { startsAt, endsAt }] of days.entries()) {
    calendar.createEvent({
      id: `sprint-${sprint.id}-day-${index + 1}@${host}`,
      stamp: now,
      sequence: sprint.rev,
      start: startsAt,
      end: endsAt,
      summary: days.length === 1 ? sprint.name : `${sprint.name}, day ${index + 1} of ${days.length}`,
      description: sprint.summary || null,
      location: [sprint.online ? "Online" : "", sprint.place].filter((part) => part !== "").join(", ") || null,
      url,
    });
  }
  return `${calendar.toString()}\r\n`;
}
