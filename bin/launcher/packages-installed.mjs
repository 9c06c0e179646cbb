// Ends with 0 when node_modules holds exactly what package-lock.json asks for. Plain JavaScript, since it runs before anything is installed.
import { readFileSync } from "node:fs";

const read = (file) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")).packages;
try {
  const wanted = read("package-lock.json");
  // npm writes this one last, so an interrupted installation counts as none.
  const installed = read("node_modules/.package-lock.json");
  const isMissing = ([path, { version, optional }]) =>
    path !== "" && installed[path]?.version !== version && (installed[path] || !optional);
  process.exitCode = Object.entries(wanted).some(isMissing) ? 1 : 0;
} catch {
  process.exitCode = 1;
}
