import { canonicalForm } from './outgoing-text';

const same = (one: string, other: string): boolean => canonicalForm(one) === canonicalForm(other);

describe('what counts as typography (W1.2)', () => {
  it.each([
    ['the width of punctuation', '请各户注意,谢谢!', '请各户注意，谢谢！'],
    ['the full stop', '请配合.', '请配合。'],
    ['brackets and colons', '时间:周一(上午)', '时间：周一（上午）'],
    ['spaces in Chinese', '2026 年 12 月 1 日', '2026年12月1日'],
    ['spaces of another width', '联系人　王工', '联系人王工'],
    ['line breaks', '一、检查。\n二、整改。', '一、检查。二、整改。'],
    ['line breaks of another system', '一\r\n二', '一\n\n二'],
    ['quotation marks', '“一户一档”', '"一户一档"'],
    ['quotation marks of Taiwan', '「一户一档」', '“一户一档”'],
    ['an apostrophe', 'the owners’ committee', "the owners' committee"],
    ['the width of digits and letters', '１２栋Ａ座', '12栋A座'],
    ['one space or two, or a line, between words', 'fire  drill\non Monday', 'fire drill on Monday'],
  ])('%s', (_, one, other) => {
    expect(same(one, other)).toBe(true);
  });

  it.each([
    ['a word', '请于周一前', '请于周二前'],
    ['a digit', '押金100元', '押金1000元'],
    ['a space between digits', '第1 5号', '第15号'],
    ['a line break between digits', '第1\n5号', '第15号'],
    ['a comma that makes one number of two', '第1，500号', '第1,500号'],
    ['a space that does', '房号1, 500', '房号1,500'],
    ['a stop that becomes a decimal point', '共3。5人参加', '共3.5人参加'],
    ['another mark', '甲、乙', '甲，乙'],
    ['a mark that is gone', '不，同意', '不同意'],
    ['a question', '同意？', '同意。'],
    ['an exponent', '10²平方米', '102平方米'],
    ['feet and inches', "5'", '5"'],
    ['a dash and a minus', '1—5', '1-5'],
    ['a space between words', 'no where', 'nowhere'],
    ['capitals', 'May', 'may'],
    ['marks of a title', '《通知》', '“通知”'],
  ])('not %s', (_, one, other) => {
    expect(same(one, other)).toBe(false);
  });

  it('is settled at once: the canonical form of a canonical form is itself', () => {
    for (const text of ['１，５ 共３。５人', 'a, b  c。1 . 5', '“甲”「乙」 5 ， 6']) expect(canonicalForm(canonicalForm(text))).toBe(canonicalForm(text));
  });
});
