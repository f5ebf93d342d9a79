import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What is known of a row from an earlier run. */
export interface RowState {
  requestId: string;
  done: boolean;
}

interface Header {
  replay: 1;
  /** Of the site in the office: another office has another. */
  siteId: string;
}

type Line = { row: string; request: string } | { row: string; done: true };

/** Says what was done of a file, a line for each step, so that a run goes on where the last one stopped. */
export class StateFile {
  private readonly rows = new Map<string, RowState>();

  private constructor(private readonly path: string) {}

  /** Opens what an earlier run left for the same site; a file about another site is begun anew. */
  static open(path: string, siteId: string): StateFile {
    const state = new StateFile(path);
    const [header, ...lines] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    if ((parsed(header) as Header | undefined)?.siteId === siteId) {
      lines.forEach((line) => state.take(parsed(line) as Line | undefined));
      // The last line may have been cut off.
      appendFileSync(path, '\n');
    } else writeFileSync(path, `${JSON.stringify({ replay: 1, siteId } satisfies Header)}\n`);
    return state;
  }

  of(externalId: string): RowState | undefined {
    return this.rows.get(externalId);
  }

  reported(externalId: string, requestId: string): void {
    this.write({ row: externalId, request: requestId });
  }

  done(externalId: string): void {
    this.write({ row: externalId, done: true });
  }

  private write(line: Line): void {
    this.take(line);
    appendFileSync(this.path, `${JSON.stringify(line)}\n`);
  }

  private take(line: Line | undefined): void {
    if (!line) return;
    if ('request' in line) this.rows.set(line.row, { requestId: line.request, done: false });
    else {
      const known = this.rows.get(line.row);
      if (known) known.done = true;
    }
  }
}

function parsed(line: string | undefined): unknown {
  try {
    return line ? JSON.parse(line) : undefined;
  } catch {
    return undefined;
  }
}
