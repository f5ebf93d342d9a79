import { whatBecameOf } from './what-became-of';

test('a case is archived as it was complained of, found, decided, done and answered', () => {
  const nothing = { findings: null, decisionReason: null, apology: null, explanation: null, helpGiven: null, result: null, feedbackWords: null, answerWords: null };
  expect(whatBecameOf({ ...nothing, number: 'C-1', words: '夜间噪音', findings: '属实', result: '已停工' })).toBe('投诉 C-1\n投诉内容：夜间噪音\n核实情况：属实\n处理结果：已停工');
});
