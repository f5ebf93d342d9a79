/** Growing waits between attempts: doubles from `firstMs` to `longestMs`, each with up to 20 % added at random. */
export class Backoff {
  private next: number;

  constructor(
    private readonly firstMs = 250,
    private readonly longestMs = 5_000,
  ) {
    this.next = firstMs;
  }

  /** How long to wait now, in ms. */
  take(): number {
    const wait = this.next;
    this.next = Math.min(wait * 2, this.longestMs);
    return withJitter(wait);
  }

  reset(): void {
    this.next = this.firstMs;
  }
}

/** Never less than asked for, so that nothing comes early. */
export function withJitter(ms: number): number {
  return Math.round(ms * (1 + Math.random() * 0.2));
}
