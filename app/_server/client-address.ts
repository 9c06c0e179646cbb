/** The client's address as the HTTP guard established it (`x-turnout-client`); the guard strips the header from outside. */
export function clientAddressOf(headers: Headers): string {
  return headers.get("x-turnout-client") ?? "unknown";
}
