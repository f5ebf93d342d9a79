import type { Principal } from '@property-office/contracts';
import { waitFor } from '@property-office/testing';
import { autumn, Clocks } from './clocks.fixture';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;
let clocks: Clocks;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  await complaints.rows(`UPDATE timer SET status = 'cancelled' WHERE status = 'set'`);
  await complaints.showTime(autumn('09-23 16:30'));
  office = await Office.open(complaints);
  clocks = new Clocks(complaints, office);
});
afterAll(() => complaints.close());

const iso = (shown: string): string => autumn(shown).toISOString();
const dueOf = async (id: string): Promise<string | null> => (await office.read(id, office.company)).body.dueAt;

/** Up to the promise of a date, by the desk. */
async function promised(promisedAt: string, more: object = {}): Promise<string> {
  const id = await office.recorded(more);
  await office.verified(id);
  await office.does(id, 'decide', office.desk, { decision: 'ours', reason: 'x' });
  await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt });
  return id;
}

describe('the clocks of a complaint (G4, Q1)', () => {
  it('start when it was complained, on the desk’s hours and on workdays over both holidays; what is shown is what was computed here (what the closest systems get wrong: deadlines computed in the browser)', async () => {
    const id = await office.recorded({ happenedAt: iso('09-23 16:20') });
    expect(await clocks.promises(id)).toMatchObject({
      answer: { dueAt: iso('09-24 08:50'), state: 'running', overdue: false },
      'first-contact': { dueAt: iso('09-24 16:20') },
      reply: { dueAt: iso('09-29 17:30') },
      solved: { dueAt: iso('10-10 17:30') },
    });
    expect(await dueOf(id)).toBe(iso('10-10 17:30'));
    expect((await complaints.events(id))[0]!.data).toMatchObject({ dueAt: iso('10-10 17:30') });
    expect(await clocks.promises(id, office.resident)).toMatchObject({ solved: { state: 'running' } });
  });

  it('are kept step by step: taken, told, replied, and solved when the complainant has heard the result', async () => {
    const id = await office.recorded();
    const closed = async () => Object.values(await clocks.promises(id)).flatMap(({ promise, state }) => (state === 'closed' ? [promise] : []));
    await office.does(id, 'assign', office.lead, { handlerId: office.desk.personId });
    expect(await closed()).toEqual(['answer']);
    await office.does(id, 'acknowledge', office.desk);
    expect(await closed()).toEqual(['answer', 'first-contact']);
    await office.does(id, 'verify', office.desk, { findings: '看了记录' });
    await office.does(id, 'decide', office.desk, { decision: 'ours', reason: '漏扫' });
    expect(await closed()).toEqual(['answer', 'first-contact']);
    await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: iso('09-28 12:00') });
    expect(await closed()).toEqual(['answer', 'first-contact', 'reply']);
    await office.does(id, 'result', office.desk, { result: '已补扫' });
    expect(await clocks.promises(id)).toMatchObject({ solved: { state: 'running' } });
    await office.does(id, 'feedback', office.desk, { how: 'telephone', words: '好' });
    expect((await clocks.promises(id)).solved).toMatchObject({ state: 'closed', overdue: false });
    await complaints.until(autumn('12-01 10:00'));
    expect(await clocks.escalated(id)).toEqual([]);
  });

  it('count an explanation as the reply to what is not ours', async () => {
    const id = await office.recorded();
    await office.verified(id);
    await office.does(id, 'decide', office.desk, { decision: 'unfounded', reason: 'x' });
    await office.does(id, 'explain', office.desk, { explanation: '查无此事' });
    expect(await clocks.promises(id)).toMatchObject({ reply: { state: 'closed' }, solved: { state: 'running', dueAt: iso('10-10 17:30') } });
  });

  it('have the date that was promised by name in place of the last possible one', async () => {
    const id = await promised(iso('09-28 12:00'));
    expect((await clocks.promises(id)).solved).toMatchObject({ dueAt: iso('09-28 12:00'), state: 'running' });
    expect(await dueOf(id)).toBe(iso('09-28 12:00'));
  });

  it('are earlier than the deadline of a hotline, each of them (W2.3)', async () => {
    const hotline = { outside: 'hotline', hotlineNumber: '12345-1', hotlineDeadline: iso('09-25 16:30') };
    const id = await office.recorded(hotline, office.desk);
    expect(await clocks.promises(id)).toMatchObject({ reply: { dueAt: iso('09-24 16:30') }, solved: { dueAt: iso('09-24 16:30') } });
    expect(await dueOf(id)).toBe(iso('09-24 16:30'));
  });

  it('follow the rules of the office for what is complained afterwards, and are none where it promises no time', async () => {
    const before = await office.recorded();
    await clocks.target('solved', [], autumn('09-23 16:30'), { zh: '尽快', en: 'soon' });
    // The process keeps the rules for two seconds.
    const inWords = async () => (await clocks.promises(await office.recorded())).solved?.state === 'in-words';
    await waitFor(inWords, { what: 'a complaint by the new rule' });
    expect(await dueOf(before)).toBe(iso('10-10 17:30'));
    const id = await office.recorded();
    expect(await dueOf(id)).toBeNull();
    await office.verified(id);
    const told = await office.act(id, 'request-extension', office.desk, { until: iso('11-01 10:00'), reason: 'x' });
    expect(told).toMatchObject({ status: 409, body: { code: 'extension-of-nothing' } });
    await office.does(id, 'decide', office.desk, { decision: 'ours', reason: 'x' });
    expect(await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: iso('12-01 10:00') })).toMatchObject({ status: 'handling', dueAt: null });
  });
});

describe('a complaint nobody takes (G5)', () => {
  it('goes past whoever has left to the next level, and says so (G6)', async () => {
    const id = await office.recorded();
    await office.leaves(office.director);
    await complaints.until(autumn('09-25 20:00'));
    expect((await clocks.escalated(id)).filter((line) => line.startsWith('answer'))).toEqual([
      'answer responsible: nobody',
      `answer lead: ${office.lead.personId}`,
      'answer director: nobody',
      `answer company: ${office.company.personId}`,
    ]);
  });
});

describe('an extension (W2.3) on the clock', () => {
  const extended = async (id: string, until: string): Promise<void> => {
    await office.does(id, 'request-extension', office.desk, { until, reason: '等配件' });
    await office.does(id, 'approve-extension', office.lead, { approved: true });
  };

  it('moves the date when the complainant was told, and not before', async () => {
    const id = await promised(iso('09-28 12:00'));
    await extended(id, iso('10-12 12:00'));
    expect(await dueOf(id)).toBe(iso('09-28 12:00'));
    await office.does(id, 'announce-extension', office.desk, { how: 'telephone' });
    expect((await clocks.promises(id)).solved).toMatchObject({ dueAt: iso('10-12 12:00'), state: 'running' });
    expect(await dueOf(id)).toBe(iso('10-12 12:00'));
    await complaints.until(autumn('10-12 11:59'));
    expect(await clocks.escalated(id)).toEqual([]);
    await complaints.until(autumn('10-12 13:30'));
    expect(await clocks.escalated(id)).toEqual([`solved responsible: ${office.desk.personId}`]);
  });

  it('of a date promised beyond what was late already lets it stay late', async () => {
    const id = await office.recorded();
    await office.verified(id);
    await office.does(id, 'decide', office.desk, { decision: 'ours', reason: 'x' });
    await complaints.until(autumn('10-12 10:00'));
    await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: iso('10-14 12:00') });
    await extended(id, iso('10-16 12:00'));
    expect(await office.does(id, 'announce-extension', office.desk, { how: 'visit' })).toMatchObject({ promisedAt: iso('10-16 12:00'), dueAt: iso('10-10 17:30') });
    expect((await clocks.promises(id)).solved).toMatchObject({ dueAt: iso('10-10 17:30'), overdue: true });
  });

  it('told in time and entered later shows that nobody was late, and the reminder stays (G2)', async () => {
    const id = await promised(iso('09-28 12:00'));
    await extended(id, iso('10-12 12:00'));
    await complaints.until(autumn('09-28 13:40'));
    expect(await clocks.escalated(id)).toHaveLength(1);
    await office.does(id, 'announce-extension', office.desk, { how: 'telephone', happenedAt: iso('09-28 11:00'), lateReason: '在外面打的电话' });
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.complaint-shown-on-time.v1', data: { level: 'responsible', promise: 'solved' } });
    expect(await dueOf(id)).toBe(iso('10-12 12:00'));
  });
});

describe('a major complaint (R1.4) on the clock', () => {
  it('is the director’s within 30 minutes, has a first result within 24 hours, and keeps what every complaint is promised', async () => {
    const id = await office.recorded({ kind: 'theft', happenedAt: iso('09-23 16:30') });
    expect(await clocks.promises(id)).toMatchObject({
      'taken-by-director': { dueAt: iso('09-23 17:00') },
      'first-result': { dueAt: iso('09-24 16:30') },
      answer: { state: 'running' },
      solved: { dueAt: iso('10-10 17:30') },
    });
    await office.does(id, 'acknowledge', office.lead);
    expect(await clocks.promises(id)).toMatchObject({ answer: { state: 'closed' }, 'taken-by-director': { state: 'running' } });
    await office.does(id, 'verify', office.director, {});
    expect(await clocks.promises(id)).toMatchObject({ 'taken-by-director': { state: 'closed', overdue: false }, 'first-result': { state: 'running' } });
    await office.does(id, 'verify', office.director, { findings: '有监控' });
    await office.does(id, 'decide', office.director, { decision: 'ours', reason: 'x' });
    expect(await clocks.promises(id)).toMatchObject({ 'first-result': { state: 'closed', overdue: false }, reply: { state: 'running' } });
  });

  it('by hand counts from when it was made one, beside what was promised before', async () => {
    const id = await office.recorded();
    await complaints.until(autumn('09-24 10:00'));
    await office.does(id, 'mark-major', office.lead, { reason: '群里很激动', happenedAt: iso('09-24 09:50') });
    expect(await clocks.promises(id)).toMatchObject({ 'taken-by-director': { dueAt: iso('09-24 10:20'), overdue: false }, 'first-result': { dueAt: iso('09-25 09:50') } });
    expect((await clocks.promises(id)).solved).toMatchObject({ dueAt: iso('10-10 17:30') });
  });

  it('by the director themselves is theirs at once', async () => {
    const id = await office.recorded();
    await office.does(id, 'mark-major', office.director, { reason: '我来' });
    expect((await clocks.promises(id))['taken-by-director']).toMatchObject({ state: 'closed', overdue: false });
  });

  it('by the fifth household counts from that household, and starts once', async () => {
    const id = await office.recorded({ homeId: office.homes[0] });
    await complaints.until(autumn('09-23 17:30'));
    for (const home of [1, 2, 3, 4, 5]) await office.does(id, 'join', office.desk, { homeId: office.homes[home] });
    const due = (await clocks.promises(id))['taken-by-director']!.dueAt!;
    expect(Math.abs(Date.parse(due) - autumn('09-23 18:00').getTime())).toBeLessThan(60_000);
    await office.does(id, 'assign', office.director, { handlerId: (await newDirector()).personId });
    expect((await clocks.promises(id))['taken-by-director']).toMatchObject({ state: 'closed' });
  });

  it('after it was decided promises no first result, and nothing any more when the complainant accepts', async () => {
    const id = await office.recorded();
    await office.answered(id);
    await office.does(id, 'mark-major', office.lead, { reason: '上了新闻' });
    expect(Object.keys(await clocks.promises(id))).not.toContain('first-result');
    await office.does(id, 'answer', office.resident, { answer: 'accepted' });
    expect((await clocks.promises(id))['taken-by-director']).toMatchObject({ state: 'cancelled' });
    await complaints.until(autumn('09-24 16:30'));
    expect(await clocks.escalated(id)).toEqual([]);
  });

  async function newDirector(): Promise<Principal> {
    const director = office.holding('director');
    await office.register(director);
    return director;
  }
});

describe('a dispute (W2.3) on the clock', () => {
  const dispute = (id: string) => office.does(id, 'answer', office.resident, { answer: 'disputed' });

  it('begins with clocks of its own, and the old ones stay as they were', async () => {
    const id = await office.recorded();
    await office.answered(id);
    await complaints.until(autumn('09-28 10:00'));
    expect(await dispute(id)).toMatchObject({ round: 2 });
    const promises = await clocks.promises(id);
    expect(Object.keys(promises)).toEqual(['answer', 'reply', 'solved']);
    // Two workdays before the National Day and five after it, one of them a make-up Saturday.
    expect(promises['solved']).toMatchObject({ dueAt: iso('10-13 17:30') });
    expect(await dueOf(id)).toBe(promises['solved']!.dueAt);
    const rows = await complaints.rows(`SELECT episode, bool_and(state = 'closed') AS closed FROM deadline WHERE aggregate_id = $1 GROUP BY 1 ORDER BY 1`, [id]);
    expect(rows).toEqual([
      { episode: 1, closed: true },
      { episode: 2, closed: false },
    ]);
    await office.does(id, 'assign', office.lead, { handlerId: office.lead.personId });
    expect((await clocks.promises(id)).answer).toMatchObject({ state: 'closed' });
  });

  it('by the follow-up of a closed case does the same', async () => {
    const id = await office.recorded();
    await office.closed(id);
    await office.outcome(id, 'unsatisfied');
    expect(await clocks.promises(id)).toMatchObject({ answer: { state: 'running' }, solved: { state: 'running' } });
  });

  it('after the deadline of a hotline has a date of its own: the old one leads no more', async () => {
    const id = await office.recorded({ outside: 'hotline', hotlineNumber: '12345-2', hotlineDeadline: iso('09-24 16:30'), onBehalfOf: office.resident.personId }, office.desk2);
    await office.verified(id, office.director);
    await office.does(id, 'decide', office.director, { decision: 'unfounded', reason: 'x' });
    await office.does(id, 'explain', office.director, { explanation: '查无此事' });
    await office.does(id, 'feedback', office.director, { how: 'telephone', words: '不认可' });
    await complaints.until(autumn('09-28 10:00'));
    expect(await dispute(id)).toMatchObject({ round: 2, dueAt: iso('10-13 17:30') });
  });
});
