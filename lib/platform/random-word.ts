// Node takes as long for one word as for a thousand.
const words = new Uint32Array(1_024);
let used = words.length;

/** 32 random bits as an unsigned number, fit for secrets: each is drawn by the platform's own generator and given once. */
export function randomWord(): number {
  if (used === words.length) {
    crypto.getRandomValues(words);
    used = 0;
  }
  const word = words[used] ?? 0;
  words[used++] = 0;
  return word;
}
