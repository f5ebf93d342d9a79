/** Lets so many pieces of work run at once; the others wait for their turn, in order and as long as it takes. */
export class FewAtOnce {
  private running = 0;
  private readonly waiting: Array<() => void> = [];

  constructor(private readonly most: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.most) this.running += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // Who is next takes over the place: nobody slips in between.
      if (next) next();
      else this.running -= 1;
    }
  }
}
