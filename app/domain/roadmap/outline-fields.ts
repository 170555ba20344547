import { foldWords } from "../fold";

/** What a line "name: text" under a task can say. */
export type FieldName =
  | "start"
  | "doneWhen"
  | "verify"
  | "needs"
  | "why"
  | "notes"
  | "kind"
  | "size"
  | "skills"
  | "links";

/** What people write before the colon, in English, French, German, Spanish, Italian and Portuguese. */
const words: Record<FieldName, string> = {
  start:
    "start, start here, start at, start with, starting point, starting points, where to start, how to start, begin," +
    "begin with, getting started, first step, entry point, départ, point de départ, par où commencer, commencer par," +
    "début, beginn, anfang, einstieg, wo anfangen, ausgangspunkt, inicio, empezar, empezar por, por dónde empezar," +
    "punto de partida, inizio, da dove iniziare, punto di partenza, início, por onde começar, ponto de partida",
  doneWhen:
    "done when, done, done if, done means, finished when, complete when, completed when, definition of done, dod, acceptance," +
    "acceptance criteria, acceptance criterion, exit criteria, exit criterion, success criteria, fait quand, terminé quand," +
    "fini quand, terminé si, critères d'acceptation, fertig wenn, fertig, erledigt wenn, akzeptanzkriterien, hecho cuando," +
    "terminado cuando, listo cuando, criterios de aceptación, fatto quando, finito quando, completato quando, criteri di accettazione," +
    "feito quando, pronto quando, concluído quando, critérios de aceitação",
  verify:
    "verify, verify by, verified by, verification, how to verify, how to check, how to test, to verify, check, check by, test plan," +
    "vérifier, vérification, comment vérifier, contrôle, prüfen, prüfung, überprüfen, überprüfung, so prüfen, verificar," +
    "verificación, comprobar, comprobación, cómo verificar, cómo comprobar, verifica, verificare, come verificare, verificação," +
    "como verificar, conferir",
  needs:
    "needs, need, blocked by, depends on, depends, dependency, dependencies, after, waits for, waiting for, waits on, requires," +
    "prerequisite, prerequisites, dépend de, nécessite, besoin de, bloqué par, après, attend, braucht, benötigt, hängt ab von," +
    "abhängig von, blockiert durch, blockiert von, nach, wartet auf, voraussetzung, voraussetzungen, necesita, depende de, requiere," +
    "bloqueado por, bloqueada por, después de, espera, espera a, richiede, dipende da, bloccato da, dopo, aspetta, ha bisogno di," +
    "precisa, precisa de, requer, bloqueada por, depois de, espera por",
  why:
    "why, why it matters, why this matters, reason, rationale, motivation, pourquoi, warum, por qué, perché, por quê, porquê," +
    "motivo, motivación",
  notes: "notes, note, notizen, notas, note",
  kind: "kind, type, kind of task, genre, art, typ, tipo",
  size:
    "size, effort, estimate, estimated time, estimation, time, duration, taille, durée, größe, aufwand, dauer, schätzung, tamaño," +
    "esfuerzo, duración, estimación, dimensione, durata, sforzo, stima, tamanho, esforço, duração, estimativa",
  skills:
    "skills, skill, skills needed, needed skills, required skills, compétences, compétence, fähigkeiten, kenntnisse, habilidades," +
    "conocimientos, competenze, competências",
  links:
    "links, link, url, urls, see also, resources, references, reference, liens, lien, verweise, enlaces, enlace, collegamenti," +
    "collegamento, ligações",
};

const names = new Map<string, FieldName>(
  (Object.keys(words) as FieldName[]).flatMap((name) =>
    words[name].split(",").map((word) => [foldWords(word), name] as const),
  ),
);

const longestKey = 40;

/** The field a word stands for, as in a table's header or a heading: "Done when" → doneWhen; null when it is none. */
export const readFieldName = (text: string): FieldName | null =>
  text.length > longestKey ? null : (names.get(foldWords(text.replace(/[*_`:：]/g, "").replace(/,/g, ""))) ?? null);

/** "done when: the page builds", "**Vérifier :** …": the field and what is said after the colon, or null. */
export function readFieldLine(text: string): { name: FieldName; value: string } | null {
  const colon = text.slice(0, longestKey + 8).search(/[:：]/);
  if (colon < 1) return null;
  const name = readFieldName(text.slice(0, colon));
  if (!name) return null;
  const marks = /^[*_`]+/.exec(text)?.[0] ?? "";
  const value = text.slice(colon + 1);
  return { name, value: (marks && value.startsWith(marks) ? value.slice(marks.length) : value).trim() };
}
