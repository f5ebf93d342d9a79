import type { DoneRepair, RepairResult } from '@property-office/contracts';
import { dayOf, monthInWords } from './calendar-month';

/** A line of the register of repairs (维修登记簿). */
export interface RegisterLine extends Omit<DoneRepair, 'reportedAt' | 'doneAt' | 'closedAt'> {
  reportedAt: Date;
  doneAt: Date;
  closedAt: Date | null;
}

/** The month that a register is of, and by whose wall clock its days are. */
export interface RegisterOf {
  month: string;
  fromAt: Date;
  timeZone: string;
}

const results: Record<RepairResult, string> = { done: '已完成', satisfied: '满意', unreachable: '未能回访', reopened: '返修' };

export const registerHeads = ['序号', '报修单号', '位置', '类别', '结果', '报修', '完工', '结案'] as const;

/** `2026-11`: the number of the register of a site; each site has its own. */
export function registerTitle(month: string): string {
  return `${monthInWords(month)}维修登记簿`;
}

export function lineOf({ reportedAt, doneAt, closedAt, ...said }: DoneRepair): RegisterLine {
  return { ...said, reportedAt: new Date(reportedAt), doneAt: new Date(doneAt), closedAt: closedAt === null ? null : new Date(closedAt) };
}

/** In the order in which the work was done. */
export function inOrder(lines: readonly RegisterLine[]): RegisterLine[] {
  return lines.toSorted((a, b) => a.doneAt.getTime() - b.doneAt.getTime() || a.number.localeCompare(b.number) || a.episode - b.episode);
}

/** What a row of the printed register says. */
export function rowOf({ timeZone }: RegisterOf, { number, episode, place, category, result, reportedAt, doneAt, closedAt }: RegisterLine, position: number): string[] {
  const shown = episode > 1 ? `${number}（第${episode}轮）` : number;
  return [String(position), shown, place, category, results[result], dayOf(reportedAt, timeZone), dayOf(doneAt, timeZone), closedAt ? dayOf(closedAt, timeZone) : '—'];
}

/** The register as words: what the record keeps. A month without repairs has one, too: a gap would look like a lost one. */
export function registerText(month: RegisterOf, lines: readonly RegisterLine[]): string {
  const rows = lines.map((line, i) => rowOf(month, line, i + 1).join(' | '));
  return [registerTitle(month.month), registerNote(month, lines), '', registerHeads.join(' | '), ...rows].join('\n');
}

/** How many there are, and what was entered too late for the register it belonged into. */
export function registerNote({ fromAt }: RegisterOf, lines: readonly RegisterLine[]): string {
  const earlier = lines.filter(({ doneAt }) => doneAt < fromAt).length;
  if (lines.length === 0) return '本月没有完成的维修。';
  return earlier === 0 ? `共 ${lines.length} 件。` : `共 ${lines.length} 件，其中补登此前完成的 ${earlier} 件。`;
}
