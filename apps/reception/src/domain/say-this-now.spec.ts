import { sayThisNow, type OpenThing } from './say-this-now';

const repair: OpenThing = {
  kind: 'repair-request',
  number: 'R-20261123-10007',
  about: { zh: '漏水', en: 'Water leak' },
  state: { zh: '处理中', en: 'in progress' },
  at: new Date('2026-11-23T01:05:00Z'),
  latest: { at: new Date('2026-11-23T02:00:00Z'), summary: { zh: '维修工已到场', en: 'The technician is on site' } },
};
const contact: OpenThing = { kind: 'contact', number: 'Q-20261122-10001', about: null, state: { zh: '处理中', en: 'open' }, at: new Date('2026-11-22T01:00:00Z'), latest: null };

describe('say this now', () => {
  it('says in two sentences how the newest open thing stands, at the time of the site', () => {
    expect(sayThisNow([contact, repair], 'Asia/Shanghai')).toEqual({
      zh: ['您11月23日 09:05的“漏水”报修（R-20261123-10007）目前处理中，另有 1 项在办。', '最近的进展是11月23日 10:00：维修工已到场。'],
      en: ['Your water leak repair request R-20261123-10007 of 23 Nov, 09:05 is in progress, and 1 more is open.', 'The latest, of 23 Nov, 10:00: The technician is on site.'],
    });
  });

  it('does not invent news', () => {
    expect(sayThisNow([contact], 'Asia/Shanghai')).toEqual({
      zh: ['您11月22日 09:00的来电来访（Q-20261122-10001）目前处理中。', '登记之后还没有新的进展。'],
      en: ['Your enquiry Q-20261122-10001 of 22 Nov, 09:00 is open.', 'There is no news since it was recorded.'],
    });
  });

  it.each([
    [{ extended: false, overdue: false }, '我们承诺11月26日 18:00前办结。', 'We promised to settle it by 26 Nov, 18:00.'],
    [{ extended: true, overdue: false }, '办结时间已告知您延至11月26日 18:00。', 'As you were told, it is to be settled by 26 Nov, 18:00 instead.'],
    [{ extended: true, overdue: true }, '原承诺11月26日 18:00前办结，现已超时，非常抱歉。', 'It was to be settled by 26 Nov, 18:00 and is late: we are sorry.'],
  ])('says what was promised of a complaint: %j', (how, zh, en) => {
    const promised = { by: new Date('2026-11-26T10:00:00Z'), ...how };
    const complaint: OpenThing = { ...repair, kind: 'complaint', number: 'C-20261123-10001', about: { zh: '保洁', en: 'cleaning' }, promised };
    expect(sayThisNow([complaint, contact], 'Asia/Shanghai')).toEqual({
      zh: ['您11月23日 09:05的“保洁”投诉（C-20261123-10001）目前处理中，另有 1 项在办。', zh],
      en: ['Your cleaning complaint C-20261123-10001 of 23 Nov, 09:05 is in progress, and 1 more is open.', en],
    });
  });

  it('says how a complaint stands whose result is there', () => {
    const complaint: OpenThing = { ...repair, kind: 'complaint', promised: null, latest: { at: repair.at, summary: { zh: '待反馈', en: 'awaiting feedback' } } };
    expect(sayThisNow([complaint], 'Asia/Shanghai').en[1]).toBe('The latest, of 23 Nov, 09:05: awaiting feedback.');
  });

  it('says so when there is nothing', () => {
    expect(sayThisNow([], 'Asia/Shanghai')).toEqual({
      zh: ['您目前没有在办的事项。', '请问有什么可以帮您？'],
      en: ['You have nothing open with us.', 'How can I help you?'],
    });
  });
});
