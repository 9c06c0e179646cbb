// The import rules of the house. Every rule is an error and there is no exemption list.
const nounsInRankOrder = [
  "organisation",
  "access",
  "events",
  "tickets",
  "registrations",
  "checkin",
  "surveys",
  "dashboard",
  "audit",
  "retention",
  "notifications",
];

const importsOnlyDownwards = nounsInRankOrder.slice(0, -1).map((noun, rank) => ({
  name: `${noun}-imports-only-downwards`,
  severity: "error",
  from: { path: `^lib/${noun}/` },
  to: { path: `^lib/(${nounsInRankOrder.slice(rank + 1).join("|")})/` },
}));

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "lib-and-db-know-no-framework",
      severity: "error",
      from: { path: "^(lib|db)/", pathNot: "^lib/notifications/(render|mails)/" },
      to: { path: "^(app/|node_modules/(next|next-auth|react|react-dom)/)" },
    },
    {
      name: "mail-templates-know-no-app",
      severity: "error",
      from: { path: "^lib/notifications/" },
      to: { path: "^(app/|node_modules/(next|next-auth)/)" },
    },
    {
      name: "app-writes-no-sql",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(db/|node_modules/(drizzle-orm|postgres)/)" },
    },
    {
      name: "db-imports-only-db",
      severity: "error",
      from: { path: "^db/", pathNot: "^db/seed/" },
      to: { path: "^(app|lib)/", pathNot: "^lib/platform/" },
    },
    {
      name: "platform-knows-no-noun",
      severity: "error",
      from: { path: "^lib/platform/", pathNot: "\\.test\\.ts$" },
      to: { path: `^lib/(${nounsInRankOrder.join("|")}|worker|testing)/` },
    },
    {
      name: "internal-stays-in-its-folder",
      severity: "error",
      from: { path: "^([^.]+)/[^/]+$", pathNot: "\\.test\\.ts$" },
      to: { path: "/internal\\.ts$", pathNot: "^$1/internal\\.ts$" },
    },
    {
      name: "input-is-isomorphic",
      severity: "error",
      from: { path: "/input\\.ts$" },
      to: { pathNot: "(/input\\.ts$|node_modules/zod/|/rules\\.ts$)" },
    },
    {
      name: "components-know-no-product",
      severity: "error",
      from: { path: "^app/_components/" },
      to: { path: "^(lib|db)/" },
    },
    {
      name: "nobody-imports-the-worker",
      severity: "error",
      from: { pathNot: "^(lib/worker/|bin/)" },
      to: { path: "^lib/worker/" },
    },
    {
      name: "only-tests-import-testing",
      severity: "error",
      from: { pathNot: "(\\.test\\.tsx?$|\\.spec\\.ts$|^lib/testing/|^e2e/|^bench/)" },
      to: { path: "^lib/testing/" },
    },
    ...importsOnlyDownwards,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    exclude: { path: "^\\.next/" },
  },
};
