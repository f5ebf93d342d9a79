import { canonicalSubstance, literalSubstance, saysTheSame, versionsAgree, wholeText, type OutgoingSubstance } from './outgoing-substance';

const text = { title: '十一月例会会议纪要', body: '会议议定：备齐沙袋。' };
const letter: OutgoingSubstance = { ...text, attendance: null, copiesTo: [] };
const minutes: OutgoingSubstance = { ...text, attendance: { present: ['王主任', '李主管'], absent: ['刘工'], observers: [] }, copiesTo: ['业主委员会', '社区'] };
const { present, absent, observers } = minutes.attendance!;

describe('what a signature stands for (W1.2)', () => {
  it.each<[string, Partial<OutgoingSubstance>]>([
    ['somebody who was there, too', { attendance: { present: [...present, '张工'], absent, observers } }],
    ['somebody who was not', { attendance: { present: ['王主任'], absent, observers } }],
    ['somebody absent who was present', { attendance: { present: ['王主任'], absent: ['李主管', ...absent], observers } }],
    ['one who was absent, or observed', { attendance: { present, absent: [], observers: absent } }],
    ['two names, or one', { attendance: { present: ['王主任李主管'], absent, observers } }],
    ['who stands first', { attendance: { present: [...present].reverse(), absent, observers } }],
    ['who else has it', { copiesTo: ['业主委员会', '街道'] }],
    ['that nobody else has it', { copiesTo: [] }],
    ['one who observed, or has it', { attendance: { present, absent, observers: ['业主委员会'] }, copiesTo: ['社区'] }],
  ])('is another one: %s', (_, other) => {
    expect(saysTheSame(minutes, { ...minutes, ...other })).toBe(false);
  });

  it('is the same where names are only typed otherwise', () => {
    const typed = { attendance: { present: ['王 主任', '李主管'], absent, observers }, copiesTo: ['业主 委员会', '社区　'] };
    expect(saysTheSame(minutes, { ...minutes, ...typed })).toBe(true);
    expect(literalSubstance({ ...minutes, ...typed })).not.toBe(literalSubstance(minutes));
  });

  it('never is what is moved between title and body', () => {
    expect(saysTheSame({ ...letter, title: '关于检查', body: '的通知' }, { ...letter, title: '关于', body: '检查的通知' })).toBe(false);
    expect(saysTheSame({ ...letter, title: '通知', body: '甲' }, { ...letter, title: '通 知', body: '甲' })).toBe(true);
  });

  it('is compared with what stood beside where both versions keep it, and by title and body alone where one does not', () => {
    const version = (beside: OutgoingSubstance | null, body = text.body) => ({ title: text.title, body, beside });
    expect(versionsAgree(version(minutes), version({ ...minutes, copiesTo: [] }))).toBe(false);
    expect(versionsAgree(version(minutes), version({ ...minutes, copiesTo: ['业主 委员会', '社区'] }))).toBe(true);
    for (const [one, other] of [[null, minutes], [minutes, null], [null, null]] as const) {
      expect(versionsAgree(version(one), version(other))).toBe(true);
      expect(versionsAgree(version(one), version(other, '会议议定：备齐水泵。'))).toBe(false);
    }
  });

  it('is title and body alone, as it was before, where there is neither attendance nor copies', () => {
    expect(literalSubstance(letter)).toBe('十一月例会会议纪要\n会议议定：备齐沙袋。');
    expect(canonicalSubstance(letter)).toBe('十一月例会会议纪要\n会议议定:备齐沙袋.');
  });

  it('is kept by a record in lines, lists that are empty left out', () => {
    expect(wholeText({ ...letter, recipients: [] })).toBe('十一月例会会议纪要\n\n会议议定：备齐沙袋。');
    expect(wholeText({ ...letter, recipients: ['街道', '物业科'] })).toBe('十一月例会会议纪要\n\n会议议定：备齐沙袋。\n\n主送：街道、物业科');
    expect(wholeText({ ...minutes, recipients: ['街道'] })).toBe('十一月例会会议纪要\n\n会议议定：备齐沙袋。\n\n出席：王主任、李主管\n请假：刘工\n主送：街道\n抄送：业主委员会、社区');
  });
});
