import { rmSync, writeFileSync } from 'node:fs';
import { Refused } from '@property-office/office-client';
import type { SourceRow } from '../source/source-row';

export interface NotCarried {
  row: SourceRow;
  step: 'read' | 'report' | 'carry';
  /** The office, or the file, says no; otherwise something failed. */
  refused: boolean;
  code: string;
  reason: string;
}

export function notCarried(row: SourceRow, step: NotCarried['step'], error: unknown): NotCarried {
  if (error instanceof Refused) return { row, step, refused: true, code: error.code, reason: error.message };
  return {
    row,
    step,
    refused: false,
    code: 'failed',
    reason: error instanceof Error ? error.message : String(error),
  };
}

export const repeatedId = (row: SourceRow): NotCarried => ({
  row,
  step: 'read',
  refused: true,
  code: 'external-id-repeated',
  reason: 'An earlier line of the file has this external_id',
});

/** Lists the rows of this run that were not carried; no file when there are none. */
export function writeNotCarried(path: string, rows: readonly NotCarried[]): void {
  if (rows.length === 0) return rmSync(path, { force: true });
  const lines = rows
    .toSorted((a, b) => a.row.line - b.row.line)
    .map(({ row, step, refused, code, reason }) =>
      [row.externalId, row.line, step, refused ? 'refused' : 'failed', code, reason].map(field).join(','),
    );
  writeFileSync(path, `external_id,line,step,what,code,reason\n${lines.join('\n')}\n`);
}

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
