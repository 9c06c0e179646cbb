type StaticPage = { heading: string; lines: readonly string[]; refreshSeconds: number | undefined };

/**
 * A page of the house that needs neither Next nor a file, for when those are busy or have failed.
 * Its `lines` are HTML.
 */
export function staticPage({ heading, lines, refreshSeconds }: StaticPage): string {
  const refresh = refreshSeconds ? `<meta http-equiv="refresh" content="${refreshSeconds}">` : "";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${heading} · Turnout</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">${refresh}
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1.5rem}</style></head>
<body><main><h1>${heading}</h1>${lines.map((line) => `<p>${line}</p>`).join("")}</main></body></html>`;
}
