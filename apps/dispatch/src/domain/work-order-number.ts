const dayInChina = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** `W-20261123-10007`: the day it was recorded, in China, and the next of a sequence that never restarts. */
export function workOrderNumber(recordedAt: Date, sequence: number): string {
  return `W-${dayInChina.format(recordedAt).replaceAll('-', '')}-${sequence}`;
}
