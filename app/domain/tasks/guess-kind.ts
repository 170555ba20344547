import { foldWords } from "../fold";
import { readKind } from "./kind-words";
import type { TaskKind } from "./kinds";

/** First words of titles, by the kind of task they usually begin. */
const firstWords: Record<Exclude<TaskKind, "code">, string> = {
  docs: "document describe explain write rewrite draft translate tutorial documenter rediger ecrire expliquer traduire dokumentieren documentar explicar escribir traducir redactar documentare scrivere tradurre spiegare escrever traduzir",
  triage: "triage sort classify label close trier classer clasificar triar classificar",
  reproduce: "reproduce confirm reproduire reproducir riprodurre reproduzir",
  verify:
    "verify test check validate try ensure audit verifier tester controler prufen testen verificar comprobar probar verificare provare testar conferir",
  review: "review proofread relire revisar rivedere",
  research:
    "research survey compare investigate list collect find read study analyse analyze explore evaluate map understand interview ask gather inventory identify summarise summarize catalogue learn rechercher comparer etudier lister recenser explorer analyser vergleichen untersuchen sammeln investigar comparar listar estudiar analizar recopilar ricercare confrontare elencare studiare raccogliere pesquisar estudar analisar",
  experiment:
    "experiment spike prototype benchmark measure profile experimenter mesurer messen experimentar medir sperimentare misurare",
  design:
    "design sketch wireframe propose specify decide concevoir proposer entwerfen disenar proponer progettare proporre desenhar propor",
};

const verbs = new Map<string, TaskKind>(
  (Object.keys(firstWords) as (keyof typeof firstWords)[]).flatMap((kind) =>
    firstWords[kind].split(" ").map((word) => [word, kind] as const),
  ),
);

const aboutDocs =
  /\b(?:docs?|documentation|readme|tutorials?|guides?|how-?tos?|changelog|release notes|docstrings?|dokumentation|documentacion|documentazione|documentacao)\b/;
const aboutTests = /\b(?:tests?|test cases?|patch|script|code|function|migration)\b/;
const mends =
  /^(?:add|update|improve|fix|clean|extend|correct|link|finish|expand|restructure|ajouter|mettre|ameliorer|actualizar|mejorar|aggiornare|migliorare|atualizar|melhorar)$/;

/**
 * The kind a title sounds like, from its first words: "Survey the packages" is research, "Experiment: a TOTP step" an
 * experiment, "Improve the docs" docs. German puts the verb last ("Pakete vergleichen"), so the last word counts when
 * the first says nothing. "code" when nothing does.
 */
export function guessKind(title: string): TaskKind {
  const plain = foldWords(title.slice(0, 400));
  const label = /^([^:：]{2,30})[:：]\s/.exec(plain)?.[1];
  const labelled = label === undefined ? null : readKind(label);
  if (labelled) return labelled;

  const words = plain.match(/[\p{L}-]+/gu) ?? [];
  const named = readKind(words.slice(0, 3).join(" ")) ?? readKind(words.slice(0, 2).join(" "));
  if (named) return named;

  const first = words[0] ?? "";
  const verb = verbs.get(first);
  if (verb === "docs" && aboutTests.test(plain) && !aboutDocs.test(plain)) return "code";
  if (verb) return verb;
  if (mends.test(first)) return aboutDocs.test(plain) ? "docs" : "code";
  return readKind(first) ?? verbs.get(words.at(-1) ?? "") ?? "code";
}
