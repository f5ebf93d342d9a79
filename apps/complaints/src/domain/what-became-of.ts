/** What stands written in a case. */
export interface WrittenCase {
  number: string;
  words: string;
  findings: string | null;
  decisionReason: string | null;
  apology: string | null;
  explanation: string | null;
  helpGiven: string | null;
  result: string | null;
  feedbackWords: string | null;
  answerWords: string | null;
}

const parts: ReadonlyArray<[Exclude<keyof WrittenCase, 'number'>, string]> = [
  ['words', '投诉内容'],
  ['findings', '核实情况'],
  ['decisionReason', '判定理由'],
  ['apology', '致歉'],
  ['explanation', '解释说明'],
  ['helpGiven', '协助情况'],
  ['result', '处理结果'],
  ['feedbackWords', '反馈'],
  ['answerWords', '投诉人意见'],
];

/** The case as it is archived (W2.3): what was complained of, found, decided, done and answered, under its number. */
export function whatBecameOf(written: WrittenCase): string {
  const said = parts.filter(([part]) => written[part] !== null).map(([part, name]) => `${name}：${written[part]}`);
  return [`投诉 ${written.number}`, ...said].join('\n');
}
