import { summaryOf } from './summaries';

describe('sentences of a timeline', () => {
  it('reads codes as words', () => {
    expect(summaryOf('followups.follow-up-completed.v1', { result: 'unsatisfied' }, 'zh')).toBe('回访结果：不满意');
  });

  it('shows that a comment was taken back, and not what it said (G3)', () => {
    const data = { comment: '写错了', takenBack: true };
    expect(summaryOf('tickets.repair-commented.v1', data, 'zh')).toBe('留言已撤回');
    expect(summaryOf('tickets.repair-commented.v1', data, 'en')).toBe('A comment that was taken back');
  });

  it('says that words were removed where their retention is over (G7)', () => {
    expect(summaryOf('reception.contact-returned.v1', { forgotten: true }, 'zh')).toBe('移交被退回：（已删除）');
    expect(summaryOf('reception.contact-guided.v1', { forgotten: true }, 'en')).toBe('Told to turn to: (removed)');
  });

  it('marks what else was taken back', () => {
    expect(summaryOf('tickets.repair-cancelled.v1', { reason: '误操作', takenBack: true }, 'zh')).toBe('已取消：误操作（已撤回）');
    expect(summaryOf('tickets.repair-cancelled.v1', { reason: 'mistake' }, 'en')).toBe('Cancelled: mistake');
  });
});
