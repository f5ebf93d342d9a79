const yearInChina = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric' });
const dayInChina = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The register every site has from its first document on. */
export const incomingRegister = '收文';

/** The year whose register a document belongs to: when it was registered, by the wall clock of China. */
export function registerYear(at: Date): number {
  return Number(yearInChina.format(at));
}

/** `收文〔2026〕17号`, by analogy to GB/T 9704: no leading zeros. */
export function registerNumber(code: string, year: number, n: number): string {
  return `${code}〔${year}〕${n}号`;
}

/** `P-20261127-10001`: of mail, which is no register and may have gaps. */
export function mailNumber(recordedAt: Date, sequence: string): string {
  return `P-${dayInChina.format(recordedAt).replaceAll('-', '')}-${sequence}`;
}
