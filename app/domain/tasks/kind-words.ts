import { foldWords } from "../fold";
import type { TaskKind } from "./kinds";

/** What people write for a kind, the product's word first. A kind is only read where the whole of it is one of these. */
const written: Record<TaskKind, string> = {
  code:
    "code, coding, bug, bugs, bug fix, bugfix, fix, feature, implementation, implement, development, dev, refactor," +
    "refactoring, cleanup, clean-up, chore, enhancement, backend, frontend, back end, front end, patch, programming," +
    "développement, fehler, entwicklung, código, desarrollo, codice, sviluppo, desenvolvimento",
  docs:
    "docs, doc, documentation, documenting, tutorial, guide, how-to, howto, writing, translation, release notes," +
    "rédaction, traduction, doku, dokumentation, anleitung, übersetzung, documentación, traducción, documentazione," +
    "traduzione, documentação, tradução",
  triage: "triage, triaging, sorting, grooming, tri, sichtung, triaje, clasificación, smistamento, triagem",
  reproduce:
    "reproduce, reproduction, reproducing, repro, bug reproduction, reproduire, reproduktion, nachstellen," +
    "reproducción, riproduzione, reprodução",
  verify:
    "verify, verification, verifying, testing, test, tests, qa, check, checking, audit, vérification, vérifier," +
    "prüfung, überprüfung, verificación, verifica, verificação",
  review:
    "review, reviewing, code review, pr review, proofreading, relecture, revue, begutachtung, revisión, revisione, revisão",
  research:
    "research, survey, investigation, investigate, analysis, study, reading, recherche, étude, enquête, untersuchung," +
    "investigación, estudio, ricerca, studio, pesquisa, investigação, estudo",
  experiment:
    "experiment, experimenting, experimentation, spike, prototype, prototyping, poc, proof of concept, benchmark, trial," +
    "expérience, expérimentation, essai, versuch, prototyp, experimento, prototipo, esperimento, protótipo",
  design:
    "design, designing, ux, ui, mockup, mock-up, wireframe, api design, spec, specification, proposal, rfc," +
    "conception, entwurf, gestaltung, diseño, progettazione, desenho",
};

const kinds = new Map<string, TaskKind>(
  (Object.keys(written) as TaskKind[]).flatMap((kind) =>
    written[kind].split(",").map((words) => [foldWords(words), kind] as const),
  ),
);

/** The kind that somebody wrote, or null when the words are not exactly one. */
export const readKind = (words: string): TaskKind | null => kinds.get(foldWords(words)) ?? null;
