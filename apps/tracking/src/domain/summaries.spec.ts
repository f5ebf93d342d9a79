import { summaryOf } from './summaries';

describe('sentences of a timeline', () => {
  it('reads codes as words', () => {
    expect(summaryOf('followups.follow-up-completed.v1', { result: 'unsatisfied' }, 'zh')).toBe('回访结果：不满意');
  });

  it('counts homes in words that suit one and many', () => {
    expect(summaryOf('notifications.notice-slips-left.v1', { homes: 1 }, 'en')).toBe('Homes where slips were left: 1');
    expect(summaryOf('notifications.notice-slips-corrected.v1', { homes: 1, reason: '记错了' }, 'en')).toBe('Corrected: homes where slips were not left: 1; 记错了');
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

  it('ends with what was said where something was', () => {
    expect(summaryOf('tickets.repair-urged.v1', { count: 2, words: '水漫到客厅了' }, 'zh')).toBe('第 2 次催单 水漫到客厅了');
    expect(summaryOf('tickets.repair-urged.v1', { count: 1, words: null }, 'en')).toBe('Urged (1)');
  });

  it('says who was passed over where somebody was, several one after the other', () => {
    const offered = (passedOver?: string[]) => summaryOf('reception.contact-offered.v1', passedOver ? { passedOver } : {}, 'zh');
    expect([offered(), offered(['desk-lead'])]).toEqual(['已移交，等待接手', '已移交，等待接手（客服主管无人值班，已越过）']);
    expect(offered(['desk-lead', 'department-head'])).toBe('已移交，等待接手（客服主管、部门主管无人值班，已越过）');
    expect(summaryOf('reception.contact-offered.v1', { passedOver: ['desk-lead'] }, 'en')).toBe('Offered to a colleague, not accepted yet (nobody on duty as the desk lead)');
  });

  it('ends without a colon where nothing was said', () => {
    const reopened = { episode: 2, reason: '' };
    expect([summaryOf('tickets.repair-reopened.v1', reopened, 'zh'), summaryOf('tickets.repair-reopened.v1', reopened, 'en')]).toEqual(['要求返修（第 2 轮）', 'Reopened (episode 2)']);
    expect(summaryOf('tickets.repair-cancelled.v1', { reason: '', takenBack: true }, 'zh')).toBe('已取消（已撤回）');
    expect(summaryOf('tickets.repair-reopened.v1', { episode: 2, reason: '又漏：' }, 'zh')).toBe('要求返修（第 2 轮）：又漏：');
  });

  it('names another request by its number', () => {
    expect(summaryOf('tickets.repair-merged.v1', { into: { id: 'x', number: 'R-20261123-10008' } }, 'zh')).toBe('与报修 R-20261123-10008 为同一问题，已并单');
  });

  it('marks what else was taken back', () => {
    expect(summaryOf('tickets.repair-cancelled.v1', { reason: '误操作', takenBack: true }, 'zh')).toBe('已取消：误操作（已撤回）');
    expect(summaryOf('tickets.repair-cancelled.v1', { reason: 'mistake' }, 'en')).toBe('Cancelled: mistake');
  });
});
