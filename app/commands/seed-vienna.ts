import { seedVienna, type Vienna } from "../../db/seed/vienna.server";
import { runPairing } from "../domain/plans/run";
import { datesInWords } from "../domain/sprint/days";
import { paths } from "../paths";
import { CommandRefusal, openDatabase, type Where } from "./open-database";

/**
 * Makes the sprint of Vienna's size in this installation's database, unless it is there, and answers what there is to say: a
 * line each. Pairs nobody: it says what the engine would propose. Refuses with {@link CommandRefusal}.
 */
export async function seedViennaInto(where: Where): Promise<string[]> {
  const database = await openDatabase(where, "portolan seed");
  try {
    const vienna = await seedVienna(database.client.db);
    if (!vienna) {
      throw new CommandRefusal(
        "There is another community called “vienna” here, so nothing was added. Rename that one first.",
      );
    }
    return tell(vienna);
  } finally {
    await database.close();
  }
}

function tell({ isNew, community, sprint, pairing }: Vienna): string[] {
  const names = new Map(pairing.people.map(({ id, name }) => [id, name]));
  const mentors = pairing.people.filter(({ role }) => role === "mentor");
  const seats = mentors.reduce((sum, { seats }) => sum + (seats ?? 0), 0);
  const { pairs, waits } = runPairing(pairing);
  return [
    isNew ? `${community.name} is there now.` : `${community.name} is there already. Nothing was added.`,
    `${sprint.name}, ${datesInWords(sprint)}: ${pairing.people.length - mentors.length} newcomers, ${mentors.length} mentors with ${seats} seats.`,
    `Its page: ${paths.sprint(community, sprint)}`,
    pairing.pairs.length > 0
      ? `${pairing.pairs.length} have a mentor; the engine finds one for ${pairs.length} more.`
      : `The engine finds a mentor for ${pairs.length}.`,
    waits.length > 0 ? `${waits.length} wait:` : "Nobody waits.",
    ...waits.map(({ newcomerId, because }) => `  ${names.get(newcomerId)}: ${because}`),
  ];
}
