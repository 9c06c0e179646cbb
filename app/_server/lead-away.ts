/**
 * A page that goes on by itself to another site's address. Browsers hold a form's redirects,
 * however many, to what our policy lets forms reach, and a provider may send people on to a host
 * that nobody foresaw; from a page they may go anywhere.
 */
export function leadAway(address: string, headers = new Headers()): Response {
  const url = escaped(address);
  headers.delete("Location");
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  // The address may carry what only the other site is to read.
  headers.set("Referrer-Policy", "no-referrer");
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>One moment…</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0;url=${url}"><p><a href="${url}">Go on</a></p></html>`;
  return new Response(body, { status: 200, headers });
}

function escaped(address: string): string {
  return address.replace(/[&"'<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
