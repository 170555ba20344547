/** The rooms and the arrows between them. Every rule says what to do instead: a refusal is a sentence here too. */

const room = (path) => `^${path}`;

/** @param {string} name @param {string} from @param {string[]} allowed @param {string} comment */
const mayImportOnly = (name, from, allowed, comment, except = []) => ({
  name,
  comment,
  severity: "error",
  from: { path: room(from), ...(except.length > 0 ? { pathNot: except } : {}) },
  to: {
    path: "^(app|db|tests|bin|package\\.json)",
    pathNot: [room(from), ...allowed.map(room), "\\.css$", "\\.svg$"],
  },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two files that import each other are one idea in two places. Move what both need into a third.",
      severity: "error",
      from: { pathNot: "^app/(entry|root)" },
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    mayImportOnly(
      "domain-knows-nobody",
      "app/domain",
      [],
      "The domain is pure: it knows no page, no database, no server. Pass what it needs as plain data.",
    ),
    {
      name: "domain-is-pure",
      comment:
        "The domain uses temporal-polyfill and fractional-indexing and no other package, so that it runs anywhere and always the same.",
      severity: "error",
      from: { path: room("app/domain") },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-optional", "core"],
        pathNot: "node_modules/(temporal-polyfill|temporal-spec|fractional-indexing)/",
      },
    },
    mayImportOnly(
      "components-are-dumb",
      "app/components",
      ["app/domain", "app/paths\\.ts", "app/styles"],
      "A component knows no router, no session and no database: give it plain props from the route.",
    ),
    {
      name: "components-know-no-router",
      comment: "A component uses plain <a> and <form>, so that it works without JavaScript and without Remix.",
      severity: "error",
      from: { path: room("app/components") },
      to: { path: "node_modules/(@remix-run|react-router|drizzle-orm|postgres|hono|zod)/" },
    },
    mayImportOnly(
      "http-speaks-to-routes",
      "app/http",
      ["app/domain", "app/paths\\.ts"],
      "The few words routes speak know the domain and the paths. What needs the database is a query or a guard in app/auth.",
    ),
    mayImportOnly(
      "auth-is-one-room",
      "app/auth",
      ["app/domain", "app/http", "app/paths\\.ts", "db/queries", "db/client\\.server", "db/schema"],
      "The auth room knows sessions and guards. It shows nothing and speaks no other format: leave that to routes and bridges.",
    ),
    {
      name: "only-auth-knows-lucia",
      comment:
        "Lucia is no longer developed: one file knows it, so that one file replaces it. Use app/auth/session.server.ts.",
      severity: "error",
      from: { path: "^(app|db|tests)", pathNot: "^app/auth/lucia\\.server\\.ts$" },
      to: { path: "node_modules/lucia/" },
    },
    mayImportOnly(
      "bridges-speak-formats",
      "app/bridges",
      ["app/domain", "db/queries", "db/client\\.server"],
      "A bridge turns somebody else's format into ours and back. It knows no page and no session.",
    ),
    mayImportOnly(
      "jobs-do-what-takes-long",
      "app/jobs",
      ["app/domain", "db/queries", "db/client\\.server", "app/paths\\.ts"],
      "A job does beside the server what would keep it too long. It knows queries, the domain and addresses, and no page.",
    ),
    mayImportOnly(
      "routes-are-thin",
      "app/routes",
      [
        "app/components",
        "app/auth",
        "app/http",
        "app/bridges",
        "app/jobs",
        "db/queries",
        "db/seed/cast",
        "app/domain",
        "app/paths\\.ts",
        "app/server-answer\\.ts",
      ],
      "A route reads aloud: guard, query, domain, return. SQL belongs in db/queries; what two routes share belongs in a room.",
    ),
    {
      name: "routes-do-not-import-routes",
      comment: "Two routes that share something have found a component, a query or a guard. Put it there.",
      severity: "error",
      from: { path: "^app" },
      to: { path: "^app/routes/([^/]+\\.tsx|[^/]+/route\\.tsx)$" },
    },
    {
      name: "no-sql-in-routes",
      comment: "Every SQL of the project is in db/queries, one noun a file.",
      severity: "error",
      from: { path: "^app/(routes|components|http)" },
      to: { path: "node_modules/(drizzle-orm|postgres)/" },
    },
    mayImportOnly(
      "queries-know-tables",
      "db/queries",
      ["db/schema", "db/client\\.server", "db/prepared\\.server", "app/domain"],
      "A query knows the tables and the domain's words. It gets its connection as first argument.",
    ),
    mayImportOnly(
      "schema-knows-words",
      "db/schema",
      ["app/domain"],
      "A table takes its words and limits from the domain, and knows nothing else.",
    ),
    mayImportOnly(
      "seed-tells-a-story",
      "db/seed",
      ["db/queries", "db/client\\.server", "db/project-root\\.server", "db/schema", "app/bridges", "app/domain"],
      "The example goes through the same queries as people do, so that it can never show what the app could not make.",
    ),
    {
      name: "nothing-imports-tests",
      comment: "The app never leans on its tests.",
      severity: "error",
      from: { path: "^(app|db|bin)" },
      to: { path: "^tests/" },
    },
    {
      name: "no-unresolved",
      comment: "This import leads nowhere: a typing error, or a package that is not in package.json.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: ["\\?(url|raw)$", "^virtual:"] },
    },
    {
      name: "no-undeclared-packages",
      comment: "Name the package in package.json, with its exact version.",
      severity: "error",
      from: { path: "^(app|db|bin)" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^build/", "\\.css$"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
