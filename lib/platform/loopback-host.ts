/**
 * True for a host name of an address (as URLs have it) by which only this very machine can be
 * reached.
 */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, "$1").toLowerCase();
  if (name === "::1" || name === "localhost" || name.endsWith(".localhost")) return true;
  return /^(::ffff:)?127(\.\d{1,3}){3}$/.test(name);
}
