import { SignedHttpProvider } from '@property-office/channels';
import { newId } from '@property-office/kernel';
import { armFaultPoints } from '@property-office/outbox';
import { startTemplateReceiver, type TemplateReceiver } from '@property-office/testing';
import { NotificationsUnderTest, smsSecret } from '../notifications.fixture';
import { enqueueDelivery } from '../persistence/enqueue-delivery';

describe('messages to people', () => {
  let office: NotificationsUnderTest;
  let receiver: TemplateReceiver;
  const send = (): Promise<number> => office.bySms(receiver.url).sendDue();
  const person = async (phone = '13800138000'): Promise<string> => {
    const personId = await office.withSettings();
    office.phones![personId] = phone;
    return personId;
  };
  const toOne = async (more: Parameters<NotificationsUnderTest['enqueue']>[0] extends infer D ? Partial<D> : never = {}): Promise<string> => {
    const personId = await person();
    await office.enqueue({ channel: 'sms', receiver: { personId }, ...more });
    return personId;
  };

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    receiver = await startTemplateReceiver('office', smsSecret);
  });
  afterEach(() => receiver.stop());

  it('are enqueued once for a business key, however often', async () => {
    const personId = await person();
    for (let i = 0; i < 3; i++) await office.enqueue({ businessKey: 'notice:1:1:sms', channel: 'sms', receiver: { personId } });
    expect(await send()).toBe(1);
    expect([...receiver.effects.values()]).toEqual([{ to: '13800138000', templateId: 'T1', parameters: { text: '报修 R-1 已结案' } }]);
  });

  it('enqueued in a transaction that is rolled back are not sent', async () => {
    const work = office.database.transaction(async (tx) => {
      const content = { type: 'notification', ref: {} };
      enqueueDelivery(tx, { businessKey: 'k', siteId: office.awake, channel: 'sms', receiver: { personId: newId() }, content });
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    expect(await office.rows('sms')).toEqual([]);
  });

  it('to a number of somebody who is no person here carry it encrypted', async () => {
    await office.enqueue({ channel: 'sms', receiver: { addressCipher: office.addresses.sealAddress('13900139000') } });
    const [stored] = await office.database.query<{ all: string }>('SELECT delivery::text AS all FROM delivery');
    expect(stored!.all).not.toContain('13900139000');
    expect(await send()).toBe(1);
    expect([...receiver.effects.values()]).toMatchObject([{ to: '13900139000' }]);
  });

  it('wait for the morning of the site, unless they are urgent', async () => {
    await toOne({ siteId: office.asleep, businessKey: 'P2' });
    await toOne({ siteId: office.asleep, businessKey: 'P0', urgent: true });
    expect(await send()).toBe(1);
    const rows = await office.rows('sms');
    expect(rows.map(({ state }) => state).sort()).toEqual(['sent', 'waiting']);
    const waiting = rows.find(({ state }) => state === 'waiting')!;
    // It is two something: seven o'clock is between four and five hours away, and nothing was tried.
    expect(waiting.wait / 3_600).toBeGreaterThan(4);
    expect(waiting.wait / 3_600).toBeLessThanOrEqual(5);
    expect([waiting.attempts, await office.log(waiting.id)]).toEqual([0, []]);
  });

  it('to somebody who is no person here wait for the morning, too', async () => {
    await office.enqueue({ siteId: office.asleep, channel: 'sms', receiver: { addressCipher: office.addresses.sealAddress('13900139000') } });
    expect(await send()).toBe(0);
    expect(await office.rows('sms')).toMatchObject([{ state: 'waiting', attempts: 0 }]);
  });

  it('respect the quiet hours of the person', async () => {
    const personId = await toOne({ siteId: office.asleep });
    await office.choose(personId, { quiet: { from: 0, to: 0 } });
    expect(await send()).toBe(1);
  });

  it('whose content was withdrawn meanwhile are not sent', async () => {
    const withdrawn = new Set(['n1']);
    office.contents.on<{ id: string }>('notice', ({ id }) => (withdrawn.has(id) ? undefined : { title: id, text: id, template: { kind: 'notice', parameters: {} } }));
    for (const id of ['n1', 'n2']) await toOne({ businessKey: id, content: { type: 'notice', ref: { id } } });
    expect(await send()).toBe(1);
    expect((await office.rows('sms')).map(({ state }) => state).sort()).toEqual(['sent', 'withdrawn']);
    expect(() => office.contents.on('notice', () => undefined)).toThrow('rendered already');
  });

  it('whose content cannot be made are tried again, and hold up nobody', async () => {
    await toOne({ content: { type: 'nobody knows', ref: {} } });
    await toOne();
    expect(await send()).toBe(1);
    expect((await office.rows('sms')).map(({ last_reason }) => last_reason)).toContain('content-failed');
  });

  it('with a field nobody can decrypt fail alone, and for good after the last attempt', async () => {
    for (let i = 0; i < 3; i++) {
      await office.enqueue({ channel: 'sms', receiver: { addressCipher: office.addresses.sealAddress('13900139000') } });
      await office.enqueue({ channel: 'sms', receiver: { addressCipher: 'lost.AAAA' } });
    }
    expect(await send()).toBe(3);
    const damaged = (await office.rows('sms')).filter(({ state }) => state === 'waiting');
    expect(damaged).toMatchObject(Array.from({ length: 3 }, () => ({ attempts: 1, last_reason: 'content-failed' })));
    for (let i = 0; i < 10; i++) {
      await office.due();
      await send();
    }
    expect((await office.rows('sms')).filter(({ state }) => state === 'failed')).toMatchObject(Array.from({ length: 3 }, () => ({ attempts: 10 })));
  });

  it('need only the address of their channel: the others may be damaged', async () => {
    await toOne();
    await office.database.query(`UPDATE notification_settings SET email_cipher = 'lost.AAAA', wechat_cipher = 'lost.AAAA'`);
    expect(await send()).toBe(1);
  });

  it('that nobody lives to see the end of are given up after the last attempt of the schedule, unsent', async () => {
    await toOne();
    for (let i = 0; i < 10; i++) {
      await office.deliveries.lease('sms', 10);
      await office.due();
    }
    expect(await send()).toBe(0);
    expect(receiver.received).toEqual([]);
    expect(await office.rows('sms')).toMatchObject([{ state: 'failed', last_reason: 'unfinished' }]);
  });

  it('go on after one whose end cannot be written down', async () => {
    for (let i = 0; i < 6; i++) await toOne();
    const settle = jest.spyOn(office.deliveries, 'settle').mockRejectedValueOnce(new Error('cannot be written down'));
    await expect(send()).rejects.toThrow('cannot be written down');
    settle.mockRestore();
    expect((await office.rows('sms')).map(({ state }) => state).sort()).toEqual([...Array.from({ length: 5 }, () => 'sent'), 'waiting']);
  });

  it('whose provider throws are tried again', async () => {
    await toOne();
    const thrown = jest.spyOn(SignedHttpProvider.prototype, 'send').mockRejectedValueOnce(new Error('no such thing'));
    expect(await send()).toBe(0);
    thrown.mockRestore();
    expect(await office.rows('sms')).toMatchObject([{ state: 'waiting', last_reason: 'content-failed', last_error: 'no such thing' }]);
  });

  it('wait without counting while directory does not answer', async () => {
    const personId = await toOne();
    const { phones } = office;
    office.phones = undefined;
    expect(await send()).toBe(0);
    const [row] = await office.rows('sms');
    expect(row).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await office.log(row!.id)).toEqual([]);
    office.phones = phones!;
    await office.due();
    expect(await send()).toBe(1);
    expect(receiver.effects.size).toBe(1);
    expect(office.phones[personId]).toBeDefined();
  });

  it('without a number fail at once and say why', async () => {
    await office.enqueue({ channel: 'sms', receiver: { personId: newId() } });
    expect(await send()).toBe(0);
    expect(await office.rows('sms')).toMatchObject([{ state: 'failed', last_reason: 'address-missing' }]);
  });

  it('whose sender dies between sending and marking go out again under the same key, and take effect once', async () => {
    await toOne();
    armFaultPoints('sender.afterSendBeforeMark=throw');
    await expect(send()).rejects.toThrow('fault point');
    expect(await office.rows('sms')).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    expect(await send()).toBe(0);
    await office.due();
    expect(await send()).toBe(1);
    expect(receiver.received).toHaveLength(2);
    expect(receiver.effects.size).toBe(1);
    const [row] = await office.rows('sms');
    expect(row).toMatchObject({ state: 'sent', attempts: 2 });
    expect(await office.log(row!.id)).toEqual([
      { number: 1, outcome: null, reason: null },
      { number: 2, outcome: 'delivered', reason: null },
    ]);
  });

  it('of a sender that lost its lease are not settled by it, except as sent', async () => {
    await toOne();
    const [mine] = await office.deliveries.lease('sms', 10);
    await office.due();
    const [others] = await office.deliveries.lease('sms', 10);
    expect(others).toMatchObject({ id: mine!.id, attempts: 2 });
    expect(await office.deliveries.settle(mine!, { outcome: 'permanent', tookMs: 1 }, { state: 'failed' })).toBe(false);
    expect(await office.deliveries.settle(mine!, { outcome: 'delivered', tookMs: 1 }, { state: 'sent' })).toBe(true);
    expect(await office.deliveries.settle(others!, { outcome: 'permanent', tookMs: 1 }, { state: 'failed' })).toBe(false);
    expect(await office.rows('sms')).toMatchObject([{ state: 'sent' }]);
  });

  it.each([
    [{ status: 500 }, 'receiver-failed', 5],
    [{ status: 429, headers: { 'retry-after': '600' } }, 'throttled', 600],
    ['reset', 'unreachable', 5],
    ['silence', 'timeout', 5],
    ['huge', 'answer-unreadable', 5],
  ] as const)('%j is tried again in time', async (answering, reason, seconds) => {
    await toOne();
    receiver.instead = () => answering;
    expect(await send()).toBe(0);
    const [row] = await office.rows('sms');
    expect(row).toMatchObject({ state: 'waiting', last_reason: reason });
    expect(row!.wait).toBeGreaterThan(seconds - 3);
    expect(row!.wait).toBeLessThan(seconds * 1.1 + 1);
    receiver.instead = undefined;
    await office.due();
    expect(await send()).toBe(1);
    expect(receiver.effects.size).toBe(1);
  });

  it('are given up after the last attempt of the schedule', async () => {
    await toOne();
    receiver.instead = () => ({ status: 500 });
    for (let i = 0; i < 12; i++) {
      await office.due();
      await send();
    }
    expect(await office.rows('sms')).toMatchObject([{ state: 'failed', attempts: 10 }]);
    expect(office.counts).toEqual(Array.from({ length: 10 }, () => 'temporary'));
  });

  it('take effect once each though two senders share the work and the receiver loses answers', async () => {
    for (let i = 0; i < 20; i++) await toOne();
    let answers = 0;
    receiver.late = () => (answers++ % 3 === 0 ? 'reset' : undefined);
    for (let round = 0; round < 8; round++) {
      await Promise.all([send(), send()]);
      await office.due();
    }
    expect((await office.rows('sms')).every(({ state }) => state === 'sent')).toBe(true);
    expect(receiver.effects.size).toBe(20);
  });
});
