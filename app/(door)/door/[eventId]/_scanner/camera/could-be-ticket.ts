/** True for text that could be one of our tickets or references; other QR codes earn a hint, not a full screen. */
export function couldBeTicket(text: string): boolean {
  return /^[A-Za-z0-9_-]{20,400}$/.test(text) || /^[A-Za-z0-9\s-]{8,12}$/.test(text);
}
