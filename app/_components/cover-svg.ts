import { type CoverPalette, coverMotifs } from "./cover-motifs";

// Ground, two tones and one accent; the same by day and by night, as a picture would be.
const plain: CoverPalette = { ground: "#efeeff", tone: "#6243cc", shade: "#b9aefc", accent: "#171721" };
const palettes: readonly CoverPalette[] = [
  plain,
  { ground: "#2a1f5c", tone: "#8f85d7", shade: "#4a36a0", accent: "#fbd530" },
  { ground: "#171721", tone: "#6243cc", shade: "#33303f", accent: "#f3f3f6" },
  { ground: "#f4ede4", tone: "#6243cc", shade: "#dccfe8", accent: "#ca4a27" },
  { ground: "#6243cc", tone: "#efeeff", shade: "#7d64ef", accent: "#171721" },
  { ground: "#e4efe9", tone: "#3b2c7d", shade: "#b8cfc8", accent: "#6243cc" },
];

// FNV-1a, then xorshift: the same words give the same picture on every machine.
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

/** A picture for an event that has none, as an SVG document: always the same for the same words. `kind` (its category) chooses the motif. */
export function coverSvg(seed: string, kind: string): string {
  const random = randomFrom(seed);
  for (let warmUp = 0; warmUp < 6; warmUp++) random();
  const palette = palettes[Math.floor(random() * palettes.length)] ?? plain;
  const ofKind = randomFrom(kind);
  for (let warmUp = 0; warmUp < 6; warmUp++) ofKind();
  const draw = coverMotifs[Math.floor(ofKind() * coverMotifs.length)] ?? coverMotifs[0];
  const ground = `<rect width="480" height="270" fill="${palette.ground}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270" width="480" height="270">${ground}${draw(palette, random)}</svg>`;
}
