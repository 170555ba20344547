import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { Board } from "../../../app/components/board";
import { listsOf, TaskGroups } from "../../../app/components/board-tasks";
import { KeptLines } from "../../../app/components/task-lines";
import type { PlainRow } from "../../../app/domain/tasks/row";
import { openLineShelf } from "../../../app/server/line-shelf.server";

const row = (number: number, more: Partial<PlainRow> = {}): PlainRow => ({
  number,
  title: `Write down the tides of <day ${number}>`,
  kind: "docs",
  sizeMinutes: 120,
  mentor: "Priya",
  standing: { is: "ready" },
  tooBig: false,
  stale: null,
  ...more,
});
const noon = new Date("2025-10-10T12:00:00Z");
const rows = [
  row(1),
  row(1, { standing: { is: "held", by: "Amira", byId: 7, until: noon } }),
  row(1, { standing: { is: "finished", at: noon } }),
  row(1, { standing: { is: "waiting", for: "the survey" } }),
  row(1, { standing: { is: "unready", missing: ["nobody to ask"] }, mentor: null }),
  row(1, { tooBig: true, sizeMinutes: null }),
  row(1, { stale: "Nobody has looked at it for 90 days." }),
  row(2, { kind: "code" }),
];
const theme = { slug: "tides", title: "Tides" };
const readers = [
  { organizing: false, viewer: null, community: { slug: "django" } },
  { organizing: false, viewer: null, community: { slug: "harbour" } },
  { organizing: false, viewer: { id: 7, timeZone: "Europe/Madrid" }, community: { slug: "django" } },
  { organizing: true, viewer: { id: 8, timeZone: "Europe/Madrid" }, community: { slug: "django" } },
  { organizing: true, viewer: { id: 8, timeZone: "Asia/Tokyo" }, community: { slug: "django" } },
  { organizing: true, viewer: { id: 7, timeZone: "Asia/Tokyo" }, community: { slug: "django" } },
];
const pages = readers.flatMap((reader) =>
  rows.map((one) => {
    const groups = [{ pillar: null, intro: "", rows: [one, row(3)] }];
    const key = JSON.stringify([reader, one]);
    if (!reader.organizing) return <TaskGroups key={key} theme={theme} groups={groups} {...reader} />;
    return (
      <Board key={key} id="theme-4" lists={listsOf(theme, groups)} onMove={() => undefined}>
        <TaskGroups theme={theme} groups={groups} {...reader} />
      </Board>
    );
  }),
);

it("shows everybody the lines that are theirs, in whatever order people ask, and writes none for who asks again", () => {
  const openLines = openLineShelf();
  let written = 0;
  const read = (page: ReactElement) => {
    const { keep, encode } = openLines();
    const counting: typeof keep = (under, lines, write) =>
      keep(under, lines, (at) => {
        written += 1;
        return write(at);
      });
    return encode(renderToString(<KeptLines.Provider value={counting}>{page}</KeptLines.Provider>)).toString();
  };
  const anew = pages.map((page) => renderToString(page));
  for (const order of [pages, pages.toReversed()]) {
    for (const page of order) {
      expect(read(page)).toBe(anew[pages.indexOf(page)]);
      const once = written;
      expect(read(page)).toBe(anew[pages.indexOf(page)]);
      expect(written).toBe(once);
    }
  }
  // Of two lines of a page that looked otherwise before, the other is found.
  expect(written).toBeLessThan(3 * pages.length);
});

const light = (key: number, says: string) => ({ key, says });

it("writes only the line that says something else, wherever the others have gone", () => {
  const openLines = openLineShelf();
  const written: string[] = [];
  const read = (...lines: readonly ReturnType<typeof light>[]) => {
    const { keep, encode } = openLines();
    const list = keep("Lights", lines, (at) => {
      written.push(lines[at]?.says ?? "");
      return <li>{lines[at]?.says}</li>;
    });
    return encode(list)
      .toString()
      .replaceAll(/<li>(.*?)<\/li>/g, "$1 ");
  };
  expect(read(light(1, "Nin"), light(2, "Porer"), light(3, "Veli rat"))).toBe("Nin Porer Veli rat ");
  expect(read(light(1, "Nin"), light(2, "Palagruža"), light(3, "Veli rat"))).toBe("Nin Palagruža Veli rat ");
  expect(read(light(3, "Veli rat"), light(1, "Nin"), light(4, "Susak"), light(2, "Palagruža"))).toBe(
    "Veli rat Nin Susak Palagruža ",
  );
  expect(read(light(2, "Palagruža"), light(3, "Veli rat"))).toBe("Palagruža Veli rat ");
  expect(read()).toBe("");
  expect(written).toEqual(["Nin", "Porer", "Veli rat", "Palagruža", "Susak"]);
});

it("puts lines where they belong also in the pieces of a page, and where they stand twice", () => {
  const { keep, encode } = openLineShelf()();
  const list = keep("Harbours", [light(1, "Häfen"), light(2, "Lichter")], (at) => <li>{["Häfen", "Lichter"][at]}</li>);
  const none = keep("Nothing", [], () => <li />);
  expect(encode(`<ul>${list}</ul>`).toString()).toBe("<ul><li>Häfen</li><li>Lichter</li></ul>");
  expect(encode(`<ol>${list}</ol>→<ul>${none}</ul>${list}`).toString()).toBe(
    "<ol><li>Häfen</li><li>Lichter</li></ol>→<ul></ul><li>Häfen</li><li>Lichter</li>",
  );
  expect(encode("<p>1; 2;</p>").toString()).toBe("<p>1; 2;</p>");
});
