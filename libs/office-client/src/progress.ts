export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const redrawMs = 200;
const plainLineMs = 10_000;
const barWidth = 24;

/** One line that is drawn over on a terminal, and now and then a line elsewhere. */
export class Progress {
  private done = 0;
  private readonly start = performance.now();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly out: Terminal,
    private readonly all: number,
    private readonly what: string,
    private readonly more: () => string,
  ) {
    this.timer = setInterval(() => this.draw(), out.isTTY ? redrawMs : plainLineMs).unref();
  }

  step(): void {
    this.done++;
  }

  stop(): void {
    clearInterval(this.timer);
    this.draw();
    if (this.out.isTTY) this.out.write('\n');
  }

  private draw(): void {
    const { done, all, what } = this;
    const seconds = (performance.now() - this.start) / 1000;
    const line = progressLine({ done, all, what, seconds, more: this.more() });
    this.out.write(
      this.out.isTTY ? `\r\u001b[2K${line.slice(0, (this.out.columns ?? 100) - 1)}` : `${line}\n`,
    );
  }
}

interface Standing {
  done: number;
  all: number;
  /** Of what: `rows`. */
  what: string;
  seconds: number;
  more: string;
}

/** `[####----] 120/240 50% 12.0 rows/s, 10 s left; …` */
export function progressLine({ done, all, what, seconds, more }: Standing): string {
  const part = all === 0 ? 1 : done / all;
  const filled = Math.floor(part * barWidth);
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 && done < all ? `, ${Math.ceil((all - done) / rate)} s left` : '';
  return `[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}] ${done}/${all} ${Math.floor(part * 100)}% ${rate.toFixed(1)} ${what}/s${left}; ${more}`;
}
