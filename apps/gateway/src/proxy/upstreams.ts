/** How long a replica that refused is left alone. */
const restMs = 3_000;

/** Addresses of the services' replicas, and which of them are left out: resting after they failed, or not ready. */
export class Upstreams {
  private readonly turns = new Map<string, number>();
  private readonly restingUntil = new Map<string, number>();
  private readonly unready = new Set<string>();

  constructor(
    private readonly addresses: Readonly<Record<string, readonly string[]>>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * The replica whose turn it is, among those that answer. Where none does, the one that has rested longest: it may be
   * back.
   * @param except the replica that just failed; taken only when there is no other
   */
  pick(owner: string, except?: string): string | undefined {
    const all = this.addresses[owner] ?? [];
    const others = all.filter((address) => address !== except);
    const candidates = others.length > 0 ? others : all;
    const awake = candidates.filter((address) => !this.rests(address));
    if (awake.length === 0) return candidates.toSorted((a, b) => this.until(a) - this.until(b))[0];
    const turn = this.turns.get(owner) ?? 0;
    this.turns.set(owner, turn + 1);
    return awake[turn % awake.length];
  }

  /** The replica refused, broke off, or said that it is stopping. */
  failed(address: string): void {
    this.restingUntil.set(address, this.now() + restMs);
  }

  answered(address: string): void {
    this.restingUntil.delete(address);
  }

  /** It says itself, whenever it is asked, whether it wants requests. @returns whether that is something new */
  says(address: string, ready: boolean): boolean {
    if (ready === !this.unready.has(address)) return false;
    if (!ready) this.unready.add(address);
    else {
      this.unready.delete(address);
      this.answered(address);
    }
    return true;
  }

  /** Every replica that can be left out because there is another of its service. */
  replicas(): { owner: string; address: string }[] {
    return Object.entries(this.addresses)
      .filter(([, all]) => all.length > 1)
      .flatMap(([owner, all]) => all.map((address) => ({ owner, address })));
  }

  private rests(address: string): boolean {
    return this.unready.has(address) || this.until(address) > this.now();
  }

  private until(address: string): number {
    return this.restingUntil.get(address) ?? 0;
  }
}
