/**
 * The options of Remix, in the place a reader looks for them. `vite.config.ts` hands them to the Remix plugin.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  ignoredRouteFiles: ["**/*.css"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // No manifest endpoint: every route is in the first page's manifest.
    v3_lazyRouteDiscovery: false,
  },
};
