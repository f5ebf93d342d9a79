export interface MostWaiting {
  people: number;
  /** Of one person, the piece under way included. */
  each: number;
}

/**
 * Runs pieces of work one after the other; one that fails does not stop the next. People take turns, one piece at a time:
 * however much somebody brings, the others wait for one piece of it.
 */
export class TurnByTurn {
  /** In the order of their turns; the first is having theirs. */
  private readonly waiting = new Map<string, Array<() => Promise<unknown>>>();
  private serving = false;

  /** @param full made and thrown for who finds no place */
  constructor(
    private readonly most: MostWaiting,
    private readonly full: () => Error,
  ) {}

  async run<T>(whose: string, work: () => Promise<T>): Promise<T> {
    const own = this.waiting.get(whose) ?? [];
    if (own.length >= this.most.each || (own.length === 0 && this.waiting.size >= this.most.people)) throw this.full();
    this.waiting.set(whose, own);
    return new Promise<T>((resolve, reject) => {
      own.push(() => work().then(resolve, reject));
      if (!this.serving) void this.serve();
    });
  }

  private async serve(): Promise<void> {
    this.serving = true;
    for (let turn = this.next(); turn; turn = this.next()) {
      const [whose, own] = turn;
      await own[0]!();
      own.shift();
      this.waiting.delete(whose);
      if (own.length > 0) this.waiting.set(whose, own);
    }
    this.serving = false;
  }

  private next(): [string, Array<() => Promise<unknown>>] | undefined {
    return this.waiting.entries().next().value;
  }
}
