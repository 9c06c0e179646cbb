const isTerminal = process.stdout.isTTY === true;

// Whoever watched may leave (a closed terminal, `| head`); the product runs on.
process.stdout.on("error", () => {});

/** Tells a running step's latest news: a line of its own, or the step's line on a terminal. */
export type Tell = (news: string) => void;

/** Runs one step of the start and shows its name, its news while it lasts, and how long it took. */
export async function step<T>(name: string, work: (tell: Tell) => Promise<T> | T): Promise<T> {
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  let news = "";
  const draw = () => process.stdout.write(`\r\x1b[K  … ${name}  ${news} ${seconds()}`);
  // A log file wants a sign of life too, but not ten a second.
  const timer = isTerminal
    ? setInterval(draw, 100)
    : setInterval(() => say(`  … ${name}  ${news} ${seconds()}`), 15_000);
  if (isTerminal) draw();
  try {
    const result = await work((latest) => {
      news = latest;
      if (!isTerminal) say(`    ${latest}`);
    });
    say(`${isTerminal ? "\r\x1b[K" : ""}  ✓ ${name}  ${news ? `${news}, ` : ""}${seconds()}`);
    return result;
  } catch (error) {
    say(`${isTerminal ? "\r\x1b[K" : ""}  ✗ ${name}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** One line for whoever watches the start. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Lines in a frame. */
export function sayBox(lines: string[]): void {
  const width = Math.max(...lines.map((line) => line.length));
  const edge = "─".repeat(width + 4);
  say(["", `╭${edge}╮`, ...lines.map((line) => `│  ${line.padEnd(width)}  │`), `╰${edge}╯`, ""].join("\n"));
}
