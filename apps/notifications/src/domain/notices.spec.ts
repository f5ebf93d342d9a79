import { repairNotices, titleOf, topicOf, unnamedNotices, type NoticeKind } from './notices';

describe('notices', () => {
  it('are said in both languages with what they are about', () => {
    expect(titleOf('repair-accepted', { number: 'R-20261123-10007' }, 'zh')).toBe('您的报修 R-20261123-10007 已受理');
    expect(titleOf('repair-accepted', { number: 'R-20261123-10007' }, 'en')).toContain('R-20261123-10007');
  });

  it.each(Object.keys(repairNotices) as NoticeKind[])('%s has the same blanks in both languages', (kind) => {
    const blanks = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(blanks(repairNotices[kind].zh)).toEqual(blanks(repairNotices[kind].en));
  });

  it('go to residents where they want to hear of their repairs, and to the staff as work', () => {
    expect([...unnamedNotices].map((kind) => topicOf(kind as NoticeKind))).toEqual([...unnamedNotices].map(() => 'repairs'));
    expect([...unnamedNotices]).toEqual(expect.arrayContaining(['complaint-closed', 'enquiry-answered', 'enquiry-guided', 'enquiry-converted']));
    for (const kind of ['home-claim-confirmed', 'home-claim-refused'] as const) expect(topicOf(kind)).toBe('repairs');
    for (const kind of ['enquiry-came', 'complaint-yours', 'home-claimed', 'home-claim-withdrawn'] as const) expect(topicOf(kind)).toBe('work');
  });
});
