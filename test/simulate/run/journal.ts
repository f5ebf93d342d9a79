import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Memory } from '../carrying/memory';
import type { OpenTown } from '../office/open-town';
import type { PlanName } from '../planning/scale';

interface Header {
  plan: PlanName;
  seed: number;
  /** The first midnight of the plan. */
  start: number;
}

/** What a slot has left behind. */
interface SlotLine {
  slot: number;
  stories: Record<string, Memory>;
  done: Record<string, number>;
  wrong: string[];
}

type Line = Header | { town: OpenTown } | { begun: number } | SlotLine;

/** Says how far a run has come, a line for each slot, so that the same command goes on where it was stopped. */
export class Journal {
  town: OpenTown | undefined;
  /** Slots that are over. */
  slots = 0;
  /** The last one of which anything was done. */
  begun = -1;
  readonly stories = new Map<string, Memory>();
  readonly done = new Map<string, number>();
  readonly wrong: string[] = [];

  private constructor(
    private readonly path: string,
    readonly header: Header,
  ) {}

  /**
   * @param begin when a new run begins
   * @throws Error where the file is that of another plan or seed
   */
  static async open(path: string, { plan, seed }: Pick<Header, 'plan' | 'seed'>, begin: () => Promise<number>): Promise<Journal> {
    const [first, ...lines] = existsSync(path) ? readFileSync(path, 'utf8').split('\n').flatMap(parsed) : [];
    if (!first || !('plan' in first)) {
      const header: Header = { plan, seed, start: await begin() };
      writeFileSync(path, `${JSON.stringify(header)}\n`);
      return new Journal(path, header);
    }
    if (first.plan !== plan || first.seed !== seed) throw new Error(`${path} is about the plan ${first.plan} with seed ${first.seed}.`);
    const journal = new Journal(path, first);
    lines.forEach((line) => journal.take(line));
    // The last line may have been cut off.
    appendFileSync(path, '\n');
    return journal;
  }

  opened(town: OpenTown): void {
    this.write({ town });
  }

  slotBegun(slot: number): void {
    this.write({ begun: slot });
  }

  slotOver(line: SlotLine): void {
    this.write(line);
  }

  private write(line: Line): void {
    this.take(line);
    appendFileSync(this.path, `${JSON.stringify(line)}\n`);
  }

  private take(line: Line): void {
    if ('town' in line) this.town = line.town;
    if ('begun' in line) this.begun = line.begun;
    if (!('slot' in line)) return;
    this.slots = line.slot + 1;
    for (const [story, memory] of Object.entries(line.stories)) this.stories.set(story, memory);
    for (const [what, times] of Object.entries(line.done)) this.done.set(what, times);
    this.wrong.push(...line.wrong);
  }
}

function parsed(line: string): Line[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as Line];
  } catch {
    return [];
  }
}
