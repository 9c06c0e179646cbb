import type { Tune } from "../verdict/verdict-table";

type Note = { hertz: number; atMs: number; lastsMs: number; wave: OscillatorType; loudness: number };

const rising: Note[] = [
  { hertz: 660, atMs: 0, lastsMs: 90, wave: "triangle", loudness: 0.5 },
  { hertz: 990, atMs: 90, lastsMs: 160, wave: "triangle", loudness: 0.5 },
];

const tunes: Record<Tune, Note[]> = {
  rising,
  noted: [...rising, { hertz: 1480, atMs: 340, lastsMs: 220, wave: "sine", loudness: 0.45 }],
  flat: [
    { hertz: 440, atMs: 0, lastsMs: 110, wave: "triangle", loudness: 0.5 },
    { hertz: 440, atMs: 190, lastsMs: 110, wave: "triangle", loudness: 0.5 },
  ],
  buzz: [{ hertz: 130, atMs: 0, lastsMs: 420, wave: "sawtooth", loudness: 0.4 }],
  question: [
    { hertz: 520, atMs: 0, lastsMs: 140, wave: "sine", loudness: 0.35 },
    { hertz: 620, atMs: 160, lastsMs: 200, wave: "sine", loudness: 0.35 },
  ],
};

let context: AudioContext | undefined;

/** Makes sound possible; browsers allow that only in answer to a tap. */
export function unlockSound(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
  } catch {
    // A device without sound still has colour, shape, word and vibration.
  }
}

/** Plays a tune, if sound was unlocked. */
export function playTune(tune: Tune): void {
  if (context?.state !== "running") return;
  for (const { hertz, atMs, lastsMs, wave, loudness } of tunes[tune]) {
    const startsAt = context.currentTime + atMs / 1000;
    const endsAt = startsAt + lastsMs / 1000;
    const oscillator = new OscillatorNode(context, { type: wave, frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setTargetAtTime(loudness, startsAt, 0.008);
    volume.gain.setTargetAtTime(0, endsAt - 0.03, 0.012);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(startsAt);
    oscillator.stop(endsAt + 0.05);
  }
}

/** Makes the phone shake, where it can. */
export function vibrate(pattern: readonly number[]): void {
  navigator.vibrate?.([...pattern]);
}
