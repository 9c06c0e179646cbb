/** A seeded source of chance (mulberry32): the same seed gives the same organisation. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  integer(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Roughly normal: the mean of four draws, scaled to the given spread. */
  around(mean: number, spread: number): number {
    return mean + (this.next() + this.next() + this.next() + this.next() - 2) * spread;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.integer(0, items.length - 1)];
    if (item === undefined) throw new Error("cannot pick from an empty list");
    return item;
  }

  /** `count` different items in random order. */
  sample<T>(items: readonly T[], count: number): T[] {
    const pool = [...items];
    for (let index = pool.length - 1; index > 0; index--) {
      const other = this.integer(0, index);
      const [left, right] = [pool[index], pool[other]];
      if (left !== undefined && right !== undefined) {
        pool[index] = right;
        pool[other] = left;
      }
    }
    return pool.slice(0, count);
  }

  /** A UUIDv7 of that instant. */
  id(at: Date): string {
    const time = Math.max(0, at.getTime()).toString(16).padStart(12, "0");
    const digits = Array.from({ length: 18 }, () => this.integer(0, 15).toString(16)).join("");
    const variant = this.pick(["8", "9", "a", "b"]);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-${variant}${digits.slice(3, 6)}-${digits.slice(6)}`;
  }

  /** A random (version 4) UUID. */
  opaqueId(): string {
    const digits = Array.from({ length: 31 }, () => this.integer(0, 15).toString(16)).join("");
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-${this.pick(["8", "9", "a", "b"])}${digits.slice(15, 18)}-${digits.slice(18, 30)}`;
  }
}
