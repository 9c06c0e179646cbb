import { parseArgs } from "node:util";
import { median } from "../percentile";
import { startBench } from "../start-bench";
import { type Finding, runLighthouse } from "./run-lighthouse";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    /** A product that runs already, instead of one that is started for it. */
    url: { type: "string" },
  },
});
const tell = (line: string) => void process.stdout.write(`${line}\n`);

if (values.url) await measure(values.url);
else {
  const { settings, url, stop } = await startBench();
  // Under the name that its pages say they have.
  await measure(settings.NEXTAUTH_URL ?? url).finally(stop);
}

async function measure(url: string): Promise<void> {
  const upcoming = `${url}/api/events?limit=1&from=${new Date().toISOString()}`;
  const { items } = await (await fetch(upcoming)).json();
  const pages = ["/events", `/events/${items[0].slug}`];
  const findings = new Map<string, Finding[]>(pages.map((page) => [page, []]));
  for (let run = 0; run < Number(values.runs); run++) {
    for (const page of pages) {
      tell(`run ${run + 1} of ${values.runs}: ${page}`);
      findings.get(page)?.push(await runLighthouse(url + page));
    }
  }
  for (const [page, all] of findings) print(page, all);
}

function print(page: string, all: readonly Finding[]): void {
  const of = (pick: (finding: Finding) => number) => median(all.map(pick));
  const score = (name: keyof Finding["scores"]) => of(({ scores }) => scores[name]);
  const size = (name: keyof Finding["kilobytes"]) => of(({ kilobytes }) => kilobytes[name]).toFixed(1);
  tell(`\n${page}, mobile, median of ${all.length}`);
  tell(`  performance ${score("performance")} (≥ 98), accessibility ${score("accessibility")} (100)`);
  tell(`  best practices ${score("best-practices")} (100), SEO ${score("seo")} (100)`);
  tell(`  LCP ${of(({ lcp }) => lcp).toFixed(0)} ms (≤ 1200), TBT ${of(({ tbt }) => tbt).toFixed(0)} ms (≤ 50)`);
  tell(`  CLS ${of(({ cls }) => cls).toFixed(4)} (≤ 0.01)`);
  tell(
    `  kB over the wire: scripts ${size("script")} (≤ 15), styles ${size("stylesheet")} (≤ 20), fonts ${size("font")} (≤ 45)`,
  );
  tell(
    `    document ${size("document")}, images ${size("image")}, other ${size("other")}, all ${size("total")} (event ≤ 90)`,
  );
  const short = [...new Set(all.flatMap((finding) => finding.short))];
  if (short.length > 0) tell(`  short of it: ${short.join(", ")}`);
}
