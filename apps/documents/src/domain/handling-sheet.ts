/** What was written while a document was handled. */
export interface Handled {
  number: string;
  title: string;
  proposal: string | null;
  decision: string | null;
  result: string | null;
  answer: string | null;
}

/** The same, and why it was sent back or its number is void. */
export interface Written extends Handled {
  sentBackReason: string | null;
  voidReason: string | null;
}

const parts: ReadonlyArray<['proposal' | 'decision' | 'result' | 'answer', string]> = [
  ['proposal', '拟办意见'],
  ['decision', '领导批示'],
  ['result', '办理结果'],
  ['answer', '答复内容'],
];

/** All that is written on it, as the search finds it; empty where nobody wrote anything. */
export function handlingWords(written: Omit<Written, 'number' | 'title'>): string {
  return [written.sentBackReason, ...parts.map(([part]) => written[part]), written.voidReason].filter((words) => words !== null).join('\n');
}

/** The handling sheet (办理单) that stays with an incoming document in the archives, under its number: two never say the same. @returns null where nobody wrote anything */
export function handlingSheet(handled: Handled): string | null {
  const written = parts.filter(([part]) => handled[part] !== null).map(([part, name]) => `${name}：${handled[part]}`);
  return written.length > 0 ? [`${handled.number} ${handled.title}`, ...written].join('\n') : null;
}
