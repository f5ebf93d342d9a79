import { sayThisNow as saying, type CurrentNotice, type OpenThing } from './say-this-now';

const sayThisNow = (things: OpenThing[], timeZone: string, notices: CurrentNotice[] = []) => saying(things, notices, timeZone);

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

  it('does not say that nothing is open where not all could be asked', () => {
    expect(saying([], [], 'Asia/Shanghai')).toMatchObject({ en: ['You have nothing open with us.', 'How can I help you?'] });
    const found = saying([], [], 'Asia/Shanghai', ['suggestions']);
    expect(found).toMatchObject({ zh: ['目前没有查到您在办的事项，但系统暂时不能全部查询。', '请问有什么可以帮您？'], en: [expect.stringContaining('cannot look everywhere'), 'How can I help you?'] });
    expect(saying([contact], [], 'Asia/Shanghai', ['notices'])).toEqual(sayThisNow([contact], 'Asia/Shanghai'));
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

  it('says of a suggestion how it stands, without which one it is', () => {
    const suggestion: OpenThing = { ...contact, kind: 'suggestion', number: null, state: { zh: '已评审', en: 'reviewed' } };
    expect(sayThisNow([suggestion], 'Asia/Shanghai')).toMatchObject({ zh: ['您11月22日 09:00的建议目前已评审。', expect.any(String)], en: ['Your suggestion of 22 Nov, 09:00 is reviewed.', expect.any(String)] });
  });

  it('says of a visitor until when the visit is', () => {
    const visitor: OpenThing = { ...contact, kind: 'visitor', number: 'V-20261123-10001', state: { zh: '待来访', en: 'expected' }, until: new Date('2026-11-22T03:00:00Z') };
    expect(sayThisNow([visitor], 'Asia/Shanghai')).toEqual({
      zh: ['您11月22日 09:00的访客（V-20261123-10001）目前待来访。', '来访预计到11月22日 11:00结束。'],
      en: ['Your visitor V-20261123-10001 of 22 Nov, 09:00 is expected.', 'The visit is to end by 22 Nov, 11:00.'],
    });
  });

  describe('of a notice for their home', () => {
    const notice: CurrentNotice = { number: 'N-20261124-10001', title: { zh: '停水通知', en: 'Water cut' }, at: new Date('2026-11-24T01:00:00Z'), validUntil: new Date('2026-11-25T09:00:00Z') };

    it('says what it is and until when where they have nothing open, the newest of several', () => {
      const older = { ...notice, number: 'N-20261101-10001', at: new Date('2026-11-01T01:00:00Z'), validUntil: null };
      expect(sayThisNow([], 'Asia/Shanghai', [older, notice])).toEqual({
        zh: ['11月24日 09:00发布的公告“停水通知”（N-20261124-10001）与您家有关，另有 1 份公告与您家有关。', '该公告有效至11月25日 17:00。'],
        en: ['The notice "Water cut" N-20261124-10001 of 24 Nov, 09:00 concerns your home, and 1 notice concerns your home.', 'It is in force until 25 Nov, 17:00.'],
      });
      expect([sayThisNow([], 'Asia/Shanghai', [older]).zh[1], sayThisNow([], 'Asia/Shanghai', [older]).en[1]]).toEqual(['该公告目前有效。', 'It is in force.']);
    });

    it('counts it where they have something open: that is what they ring for', () => {
      const said = sayThisNow([contact, repair], 'Asia/Shanghai', [notice, notice]);
      expect([said.zh[0], said.en[0]]).toEqual([
        '您11月23日 09:05的“漏水”报修（R-20261123-10007）目前处理中，另有 1 项在办，另有 2 份公告与您家有关。',
        'Your water leak repair request R-20261123-10007 of 23 Nov, 09:05 is in progress, and 1 more is open, and 2 notices concern your home.',
      ]);
    });
  });

  it('says so when there is nothing', () => {
    expect(sayThisNow([], 'Asia/Shanghai')).toEqual({
      zh: ['您目前没有在办的事项。', '请问有什么可以帮您？'],
      en: ['You have nothing open with us.', 'How can I help you?'],
    });
  });
});
