import { handlingSheet, handlingWords } from './handling-sheet';

const document = { number: '收文〔2026〕17号', title: '通知' };

test('says what was written in the order of handling, under its number, and nothing of what was not', () => {
  expect(handlingSheet({ ...document, proposal: '请客服部办理', decision: '同意', result: null, answer: '已办结' })).toBe('收文〔2026〕17号 通知\n拟办意见：请客服部办理\n领导批示：同意\n答复内容：已办结');
  expect(handlingSheet({ ...document, proposal: null, decision: null, result: null, answer: null })).toBeNull();
});

test('is searched with why it was sent back or its number is void, and without headings', () => {
  const unwritten = { ...document, proposal: null, decision: null, result: null, answer: null, sentBackReason: null, voidReason: null };
  expect(handlingWords(unwritten)).toBe('');
  expect(handlingWords({ ...unwritten, proposal: '请客服部办理', result: '已更换', sentBackReason: '缺附件', voidReason: '重号' })).toBe('缺附件\n请客服部办理\n已更换\n重号');
});
