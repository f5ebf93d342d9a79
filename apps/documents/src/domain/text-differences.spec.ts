import { differencesOf, textDifferences } from './text-differences';

describe('differences between two versions (W1.2)', () => {
  it('are none of one text with itself', () => {
    expect(textDifferences('一\n二', '一\n二')).toEqual([]);
    expect(textDifferences('一\r\n二', '一\n二')).toEqual([]);
  });

  it('name the paragraph, what stood there and what stands there now', () => {
    expect(textDifferences('各户：\n请于周一前完成。\n物业', '各户：\n请于周二前完成。\n物业')).toEqual([{ paragraph: 2, was: '请于周一前完成。', became: '请于周二前完成。' }]);
  });

  it('are shown with what stands around them, not with all of a long paragraph', () => {
    const long = '甲'.repeat(200);
    expect(textDifferences(`${long}一${long}`, `${long}二${long}`)).toEqual([{ paragraph: 1, was: `${'甲'.repeat(10)}一${'甲'.repeat(10)}`, became: `${'甲'.repeat(10)}二${'甲'.repeat(10)}` }]);
  });

  it('show a title as it was and as it is', () => {
    expect(differencesOf({ title: '关于检查的通知', body: '一', beside: null }, { title: '关于检查的函', body: '二', beside: null })).toEqual([
      { part: 'title', paragraph: 0, was: '关于检查的通知', became: '关于检查的函' },
      { part: 'body', paragraph: 1, was: '一', became: '二' },
    ]);
  });

  it('show who was there and who else has it, as it was and as it is, where both versions keep that', () => {
    const text = { title: '纪要', body: '一' };
    const before = { attendance: { present: ['王主任', '李主管'], absent: ['刘工'], observers: [] }, copiesTo: [] };
    const after = { attendance: { present: ['王主任'], absent: ['刘工'], observers: ['李主管'] }, copiesTo: ['社区'] };
    expect(differencesOf({ ...text, beside: before }, { ...text, beside: after })).toEqual([
      { part: 'present', paragraph: 0, was: '王主任、李主管', became: '王主任' },
      { part: 'observers', paragraph: 0, was: '', became: '李主管' },
      { part: 'copiesTo', paragraph: 0, was: '', became: '社区' },
    ]);
    expect(differencesOf({ ...text, beside: before }, { ...text, beside: before })).toEqual([]);
    for (const [one, other] of [[null, after], [before, null]]) expect(differencesOf({ ...text, beside: one! }, { ...text, beside: other! })).toEqual([]);
  });

  it('find what was put in, what was taken out, and both in one text', () => {
    expect(textDifferences('一\n三', '一\n二\n三')).toEqual([{ paragraph: 2, was: '', became: '二' }]);
    expect(textDifferences('一\n二\n三', '一\n三')).toEqual([{ paragraph: 2, was: '二', became: '' }]);
    expect(textDifferences('甲\n一\n二\n乙', '丙\n一\n二\n丁\n戊')).toEqual([
      { paragraph: 1, was: '甲', became: '丙' },
      { paragraph: 4, was: '乙', became: '丁\n戊' },
    ]);
  });

  it('never break a character in two', () => {
    expect(textDifferences('😀', '😁')).toEqual([{ paragraph: 1, was: '😀', became: '😁' }]);
  });

  it('of texts too long to compare are one difference, at once', () => {
    const lines = (word: string) => Array.from({ length: 5_000 }, (_, i) => `${word}${i}`).join('\n');
    expect(textDifferences(lines('一'), lines('二'))).toHaveLength(1);
  });
});
