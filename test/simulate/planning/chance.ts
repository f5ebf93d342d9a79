/** Always the same for the same seed and subject: subjects do not shift each other (mulberry32 from an FNV-1a hash). */
export class Chance {
  private state: number;

  constructor(seed: number, subject: string) {
    this.state = 0x811c9dc5 ^ seed;
    for (const char of subject) this.state = Math.imul(this.state ^ char.codePointAt(0)!, 0x01000193);
  }

  /** From 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** From 0 to below `end`. */
  whole(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** In so many cases out of one. */
  is(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.whole(from.length)]!;
  }

  /** One of the names, each as often as its weight says. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const entries = Object.entries(weights) as Array<[T, number]>;
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) if ((left -= weight) < 0) return name;
    return entries.at(-1)![0];
  }
}
