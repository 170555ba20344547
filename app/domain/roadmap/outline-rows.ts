import { foldWords } from "../fold";
import { type FieldName, readFieldName } from "./outline-fields";
import { takeChecks } from "./outline-marks";
import type { Part, RowCells } from "./outline-node";
import type { Table } from "./outline-tables";

type Column = FieldName | "title" | "theme" | "pillar" | "status" | "number" | "other";

const columnWords: Partial<Record<Column, string>> = {
  title:
    "task,title,item,idea,what,issue,work,name,description,todo,to do,action,feature,summary,tâche,titre,aufgabe,titel,tarea,título,attività,titolo,tarefa",
  theme: "theme,epic,topic,thème,thema,tema",
  pillar: "pillar,area,group,category,component,section,pilier,säule,bereich,pilar,pilastro,área",
  status: "status,state,done?,finished,progress,✓,✅,statut,état,stand,estado,stato",
  number: "#,no,no.,nr,nr.,id,number,n°,nº",
};

const columns = new Map<string, Column>(
  (Object.keys(columnWords) as Column[]).flatMap((column) =>
    (columnWords[column] ?? "").split(",").map((word) => [foldWords(word), column]),
  ),
);

const doneWords = new Set(
  "done,finished,complete,completed,shipped,closed,merged,released,x,yes,fait,terminé,oui,fertig,erledigt,ja,hecho,terminado,sí,fatto,finito,feito,pronto,concluído,100%"
    .split(",")
    .map(foldWords),
);

/** True for a word that says that something is done, and no more: "Done", "✅", "[x]", "shipped", "fertig". */
export function saysDone(text: string): boolean {
  const { check, text: rest } = takeChecks(text);
  return rest === "" ? check === "done" : doneWords.has(foldWords(rest.replace(/[*_`]/g, "")));
}

/**
 * The rows of a table as tasks: by the words of the header, else the first column is the title. A cell nothing is known
 * about is kept as "Header: cell"; `leftOut` are the words of the header that found no place that way. A table with a theme column and no title column is a table of themes.
 */
export function readRows(table: Table): { rows: RowCells[]; leftOut: string[] } {
  const kinds = readColumns(table.header);
  const { isTheme } = kinds;
  const numbers = numberColumn(table, kinds);
  const rows = table.rows.map(({ line, cells }, index) => {
    const row: RowCells = { lines: [line.number], text: "", body: [], theme: "", pillar: "", done: false, isTheme };
    cells.forEach((cell, at) => {
      const column = kinds.columns[at] ?? "other";
      const name = (table.header[at] ?? "").replace(/[:：]$/, "");
      const { check, text } = takeChecks(cell);
      if (at === kinds.title) row.text = cell;
      else if (check !== null && text === "") row.done ||= check === "done";
      else if (cell === "") return;
      else if (column === "number" && cell === String(index + 1)) return;
      else if (column === "theme") row.theme = cell;
      else if (column === "pillar") row.pillar = cell;
      else if ((column === "status" || column === "doneWhen") && saysDone(cell)) row.done = true;
      else if (column === "needs") row.body.push(fieldPart(column, name, titlesFor(cell, numbers), line.number));
      else if (isField(column)) row.body.push(fieldPart(column, name, cell, line.number));
      else row.body.push({ is: "prose", piece: { line: line.number, text: name === "" ? cell : `${name}: ${cell}` } });
    });
    return row;
  });
  inheritGroups(rows);
  const isKept = (at: number) => table.rows.some(({ cells }) => at !== kinds.title && (cells[at] ?? "") !== "");
  const leftOut = table.header.filter((name, at) => name !== "" && kinds.unknown.has(at) && !isKept(at));
  return { rows, leftOut };
}

const isField = (column: Column): column is FieldName => column !== "other" && !columnWords[column];

const fieldPart = (name: FieldName, header: string, cell: string, line: number): Part => ({
  is: "field",
  name,
  written: [{ line, text: `${header}: ${cell}` }],
  value: [{ line, text: cell }],
});

/** An empty cell under a theme or a pillar means the one above: people write a name once and leave the rest empty. */
function inheritGroups(rows: RowCells[]): void {
  for (const [at, row] of rows.entries()) {
    const above = rows[at - 1];
    if (!above || row.theme !== "" || row.isTheme) continue;
    row.theme = above.theme;
    if (row.pillar === "") row.pillar = above.pillar;
  }
}

type Columns = { columns: Column[]; title: number; isTheme: boolean; unknown: Set<number> };

/** The title is the column that says so, else the first that is nothing else; themes alone make a table of themes. */
function readColumns(header: string[]): Columns {
  const found = header.map((cell): Column => {
    const words = cell.replace(/[*_`:：]/g, "").trim();
    return columns.get(foldWords(words)) ?? readFieldName(words) ?? "other";
  });
  const first = found.findIndex((column) => column !== "number");
  const titled = found.indexOf("title");
  const isTheme = titled < 0 && found[first] === "theme";
  const title = isTheme ? first : titled >= 0 ? titled : Math.max(found.indexOf("other"), 0);
  const unknown = new Set(found.flatMap((column, at) => (column === "other" ? [at] : [])));
  return { columns: found, title, isTheme, unknown };
}

/** Titles by the number in the number column, so that "Depends on: 1" can name a title. */
function numberColumn(table: Table, kinds: Columns): Map<string, string> {
  const at = kinds.columns.indexOf("number");
  return new Map(at < 0 ? [] : table.rows.map(({ cells }) => [cells[at] ?? "", cells[kinds.title] ?? ""]));
}

function titlesFor(cell: string, numbers: Map<string, string>): string {
  const wanted = cell.split(/[,;]/).map((part) => part.trim().replace(/^#/, ""));
  const titles = wanted.flatMap((number) => numbers.get(number) ?? []);
  return numbers.size > 0 && titles.length === wanted.length ? titles.join("; ") : cell;
}
