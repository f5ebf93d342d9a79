import { handlingSheet } from './handling-sheet';

test('says what was written in the order of handling, and nothing of what was not', () => {
  expect(handlingSheet({ proposal: '请客服部办理', decision: '同意', result: null, answer: '已办结' })).toBe('拟办意见：请客服部办理\n领导批示：同意\n答复内容：已办结');
  expect(handlingSheet({ proposal: null, decision: null, result: null, answer: null })).toBeNull();
});
