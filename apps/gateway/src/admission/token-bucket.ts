export interface BucketSize {
  /** Requests that may come at once. */
  burst: number;
  /** Requests a second after that. */
  perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Token buckets by key, in this process. A key not seen for as long as its bucket needs to fill costs no memory. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly size: BucketSize,
    private readonly mostKeys = 50_000,
  ) {}

  /**
   * Takes one.
   * @param now milliseconds of a steady clock
   * @returns 0, or the seconds after which one will be there
   */
  take(key: string, now: number): number {
    const left = this.left(key, now);
    if (left < 1) return (1 - left) / this.size.perSecond;
    this.buckets.delete(key);
    this.buckets.set(key, { left: left - 1, at: now });
    this.forget(now);
    return 0;
  }

  /** As `take`, without taking. */
  wait(key: string, now: number): number {
    const left = this.left(key, now);
    return left < 1 ? (1 - left) / this.size.perSecond : 0;
  }

  get keys(): number {
    return this.buckets.size;
  }

  private left(key: string, now: number): number {
    const { burst, perSecond } = this.size;
    const bucket = this.buckets.get(key);
    return bucket ? Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond) : burst;
  }

  /** The map is in the order of last use, so what is full again stands in front. */
  private forget(now: number): void {
    const fullAfterMs = (this.size.burst / this.size.perSecond) * 1000;
    for (const [key, { at }] of this.buckets) {
      if (now - at < fullAfterMs && this.buckets.size <= this.mostKeys) return;
      this.buckets.delete(key);
    }
  }
}
