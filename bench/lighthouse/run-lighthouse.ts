import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { findChromium } from "@/e2e/find-chromium";

// It brings 150 packages, so it is no dependency: npm fetches it into its own cache when this bench
// runs.
const lighthouse = "lighthouse@12.8.2";
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const kinds = ["script", "stylesheet", "font", "document", "image", "other", "total"] as const;

/** What Lighthouse found: scores of 0 to 100, times in ms, and kB over the wire by kind. */
export type Finding = {
  scores: Record<(typeof categories)[number], number>;
  lcp: number;
  tbt: number;
  cls: number;
  kilobytes: Record<(typeof kinds)[number], number>;
  /** The audits that count and did not pass. */
  short: string[];
};

type Report = {
  runtimeError?: { message: string };
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; numericValue?: number; details?: { items: Item[] } }>;
};
type Item = { resourceType: string; transferSize: number };

/** Looks at a page once as Lighthouse's phone does, in a new Chromium. */
export async function runLighthouse(url: string): Promise<Finding> {
  const words = ["exec", "--yes", `--package=${lighthouse}`, "--", "lighthouse", url, "--quiet", "--output=json"];
  const flags = [`--only-categories=${categories.join(",")}`, "--chrome-flags=--headless=new --no-sandbox"];
  const child = spawn("npm", [...words, ...flags], {
    env: { ...process.env, CHROME_PATH: process.env.CHROMIUM_PATH ?? findChromium() },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  if (code !== 0) throw new Error(`lighthouse ended with ${code}`);
  return findingOf(JSON.parse(printed));
}

function findingOf({ categories: scored, audits, runtimeError }: Report): Finding {
  if (runtimeError) throw new Error(runtimeError.message);
  const score = (name: string) => Math.round((scored[name]?.score ?? 0) * 100);
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  const sizes = audits["resource-summary"]?.details?.items ?? [];
  const size = (kind: string) => (sizes.find(({ resourceType }) => resourceType === kind)?.transferSize ?? 0) / 1000;
  const refs = Object.values(scored).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return {
    scores: {
      performance: score("performance"),
      accessibility: score("accessibility"),
      "best-practices": score("best-practices"),
      seo: score("seo"),
    },
    lcp: value("largest-contentful-paint"),
    tbt: value("total-blocking-time"),
    cls: value("cumulative-layout-shift"),
    kilobytes: {
      script: size("script"),
      stylesheet: size("stylesheet"),
      font: size("font"),
      document: size("document"),
      image: size("image"),
      other: size("other"),
      total: size("total"),
    },
    short: refs.map(({ id }) => id).filter((id) => (audits[id]?.score ?? 1) < 0.9),
  };
}
