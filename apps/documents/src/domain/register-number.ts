import { dayInChina, type RegisterDirection } from '@property-office/contracts';

/** The registers every site has from its first document on. */
export const ownRegister: Readonly<Record<RegisterDirection, string>> = { incoming: '收文', outgoing: '发文' };

/** The year whose register a document belongs to: when it was registered, by the wall clock of China. */
export function registerYear(at: Date): number {
  return Number(dayInChina(at).slice(0, 4));
}

/** `收文〔2026〕17号`, by analogy to GB/T 9704: no leading zeros. */
export function registerNumber(code: string, year: number, n: number): string {
  return `${code}〔${year}〕${n}号`;
}

/**
 * Where a paper lies (W1.3): category, year, number, `收文/2026/0017`. The category is its register; numbers are filled up so that folders on a
 * disk or a shelf stand in their order. @param number as `registerNumber` wrote it
 */
export function folderOf(number: string): string {
  const [, code, year, n] = /^(.*)〔(\d+)〕(\d+)号$/u.exec(number)!;
  return `${yearFolder(code!, Number(year))}/${n!.padStart(4, '0')}`;
}

/** What one register took in in one year: `收文/2026`. A code is no path. */
export function yearFolder(code: string, year: number): string {
  return `${code.replaceAll(/[/\\]/g, '-')}/${year}`;
}
