import { matchRoutes } from "@remix-run/react";
import { expect, it } from "vitest";
import { routeFinder } from "../../../app/server/route-finder";
import { openBuild } from "../../support/app";

const build = await openBuild();
const find = routeFinder(build.routes);
type Node = { id: string; path?: string; index?: boolean; children?: Node[] };

/** The routes as the router takes them: each with those that stand in it. */
const tree = (ids: readonly string[], parent?: string): Node[] =>
  ids.flatMap((id) => {
    const route = build.routes[id];
    if (!route || route.parentId !== parent) return [];
    const { path } = route;
    return [route.index ? { id, path, index: true } : { id, path, children: tree(ids, id) }];
  });

const meant = (ids: readonly string[], path: string) =>
  matchRoutes(tree(ids) as Parameters<typeof matchRoutes>[0], path)?.map(({ route, params }) => [route.id, params]);

const all = Object.keys(build.routes);
const words = [...new Set(all.flatMap((id) => build.routes[id]?.path?.split("/") ?? []))].map((word) =>
  word.startsWith(":") ? "harbour" : word,
);

it("finds the route that the router would choose among all, for each address the app has", () => {
  for (const id of all) {
    const path = `/${(build.routes[id]?.path ?? "").replaceAll(/:\w+/g, "new").replace("*", "far/away")}`;
    expect(meant(find(path), path), path).toEqual(meant(all, path));
  }
});

it("finds it too where one word stands in another's place, in capitals, encoded, with slashes too many, or nowhere", () => {
  const odd = ["/", "//", "/DJANGO/Roadmap", "/django/road%6Dap/", "//django//roadmap", "/a/b/c/d/e/f/g/h"];
  const made = words.flatMap((word, at) => [
    `/${word}`,
    `/django/${word}`,
    `/django/${word}/${words[(at * 7) % words.length]}`,
    `/django/tasks/${word}/${words[(at * 5) % words.length]}`,
  ]);
  for (const path of [...odd, ...made]) expect(meant(find(path), path), path).toEqual(meant(all, path));
});

it("names a handful of routes, not all of them", () => {
  expect(find("/django/themes/modernise-contrib-auth").length).toBeLessThan(6);
});
