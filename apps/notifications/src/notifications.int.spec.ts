import { shieldObject } from '@property-office/access';
import type { Principal, Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced } from '@property-office/service-testing';
import { startMailSink, type MailSink } from '@property-office/testing';
import { NotificationsUnderTest } from './notifications.fixture';
import { Inbox, markRead } from './persistence/inbox';
import { notify, type Notice } from './persistence/notify';
import { lockDelivery, ReadDeliveries } from './persistence/read-deliveries';
import { LinkComplaintsReaction } from './reactions/link-complaints.reaction';

describe('notifications', () => {
  let office: NotificationsUnderTest;
  let sink: MailSink;

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
    sink = await startMailSink();
  });
  afterAll(async () => {
    await sink.stop();
    await office.close();
  });
  beforeEach(async () => {
    await office.forget();
    sink.refuseWith = undefined;
    sink.mails.length = 0;
  });

  function notice(personId: string, more: Partial<Notice> = {}): Notice {
    const subject = { type: 'repair-request' as const, id: newId() };
    return { personId, siteId: office.awake, kind: 'repair-accepted', subject, occasion: 'episode-1', data: { number: 'R-20261123-10007' }, happenedAt: new Date(), ...more };
  }
  const tell = (told: Notice): Promise<void> => office.database.transaction(async (tx) => notify(tx, told));
  const send = (): Promise<number> => office.byMail(sink.url).sendDue();

  const holdsSite = (role: Role, more: Partial<Principal> = {}): Principal => {
    const roles = [{ role, siteId: office.awake }];
    return { personId: newId(), accountId: newId(), sessionId: newId(), name: '测试', roles, crews: [], homes: [], ...more };
  };

  it('tells one thing once, however many events mean it (I5)', async () => {
    const personId = await office.withSettings({ email: 'lin@example.org' });
    const told = notice(personId);
    await tell(told);
    await tell(told);
    await tell({ ...told, occasion: 'episode-2' });
    expect((await new Inbox(office.database).page(personId, { limit: 10 })).items).toHaveLength(2);
    expect(await office.rows('email')).toHaveLength(2);
  });

  it('shows a person their own, newest first, and lets nobody else mark it read', async () => {
    const [personId, other] = [newId(), newId()];
    await tell(notice(personId, { occasion: 'first' }));
    await tell(notice(personId, { occasion: 'second', kind: 'repair-resolved' }));
    const inbox = new Inbox(office.database);
    const { items } = await inbox.page(personId, { limit: 10 });
    expect(items.map(({ kind }) => kind)).toEqual(['repair-resolved', 'repair-accepted']);
    expect(await office.database.transaction((tx) => markRead(tx, other, items[0]!.id))).toBeUndefined();
    await office.database.transaction((tx) => markRead(tx, personId, items[0]!.id));
    expect((await inbox.page(personId, { limit: 10, unread: true })).items.map(({ id }) => id)).toEqual([items[1]!.id]);
  });

  it('goes by the channels a person chose for the topic, where they have an address', async () => {
    const personId = await office.withSettings({ email: 'lin@example.org' }, { repairs: ['sms', 'wechat'], work: ['email'] });
    await tell(notice(personId));
    await tell(notice(personId, { kind: 'work-order-yours', subject: { type: 'work-order', id: newId() } }));
    await tell(notice(newId()));
    const rows = await office.database.query<{ channel: string; kind: string }>(`SELECT channel, content ->> 'kind' AS kind FROM delivery ORDER BY channel`);
    expect(rows).toEqual([
      { channel: 'email', kind: 'work-order-yours' },
      { channel: 'sms', kind: 'repair-accepted' },
    ]);
  });

  it('mails to the address a person gave, encrypted at rest, and notes it', async () => {
    const personId = await office.withSettings({ email: 'lin@example.org' });
    await tell(notice(personId));
    const [stored] = await office.database.query<{ email_cipher: string }>('SELECT email_cipher FROM notification_settings WHERE person_id = $1', [personId]);
    expect(stored!.email_cipher).not.toContain('example');
    expect(await send()).toBe(1);
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]!.to).toEqual(['lin@example.org']);
    const [row] = await office.rows('email');
    expect(sink.mails[0]!.text).toContain(`Message-ID: <${row!.id}@office.example.org>`);
    expect(row).toMatchObject({ state: 'sent', attempts: 1, last_error: null });
    expect(await office.log(row!.id)).toEqual([{ number: 1, outcome: 'delivered', reason: null }]);
    expect(await send()).toBe(0);
  });

  it('tries again later when the server is busy, and gives up when it refuses for good', async () => {
    await tell(notice(await office.withSettings({ email: 'busy@example.org' })));
    sink.refuseWith = 451;
    expect(await send()).toBe(0);
    expect(await office.rows('email')).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    expect(await send()).toBe(0);
    expect(await office.rows('email')).toMatchObject([{ attempts: 1 }]);
    await office.due();
    sink.refuseWith = 550;
    await send();
    const [row] = await office.rows('email');
    expect(row).toMatchObject({ state: 'failed', attempts: 2, last_reason: 'refused' });
    expect(`${row!.last_error} ${office.warnings.join(' ')}`).not.toContain('busy@example.org');
    expect(await office.log(row!.id)).toEqual([
      { number: 1, outcome: 'temporary', reason: 'receiver-failed' },
      { number: 2, outcome: 'permanent', reason: 'refused' },
    ]);
  });

  it('reads the address when it sends: taken back, nothing is sent', async () => {
    const personId = await office.withSettings({ email: 'gone@example.org' });
    await tell(notice(personId));
    await office.choose(personId, { email: null, version: 2 });
    expect(await send()).toBe(0);
    expect(sink.mails).toHaveLength(0);
    expect(await office.rows('email')).toMatchObject([{ state: 'failed', last_reason: 'address-missing' }]);
  });

  it('shows whoever a complaint is hidden from, themselves or through their crew, no delivery about it, nor tries one again for them (W2.3)', async () => {
    const personId = await office.withSettings({ email: 'lin@example.org' });
    const [complaint, crewId] = [newId(), newId()];
    await tell(notice(personId, { kind: 'complaint-accepted', subject: { type: 'complaint', id: complaint } }));
    await tell(notice(personId));
    await office.enqueue({ channel: 'email', receiver: { personId } });
    const [hidden, repair, ofNothing] = (await office.rows('email')).map(({ id }) => id) as [string, string, string];
    const director = (more: Partial<Principal> = {}) => holdsSite('director', more);
    const about = director();
    await office.database.transaction(async (tx) => shieldObject(tx, complaint, { personIds: [about.personId], crewIds: [crewId] }));
    const log = new ReadDeliveries(office.database);
    const seen = async (who: Principal) => ({
      listed: new Set((await log.page(who, { limit: 10 })).items.map(({ id }) => id)),
      one: (await log.one(who, hidden))?.id,
      locked: (await office.database.transaction((tx) => lockDelivery(tx, who, hidden)))?.id,
    });
    expect(await seen(director())).toEqual({ listed: new Set([hidden, repair, ofNothing]), one: hidden, locked: hidden });
    for (const who of [about, director({ crews: [crewId] })]) expect(await seen(who)).toEqual({ listed: new Set([repair, ofNothing]), one: undefined, locked: undefined });
  });

  it('nor of the contact it was, its proposal or its record, whichever was heard of first (W2.3)', async () => {
    const personId = await office.withSettings({ email: 'lin@example.org' });
    const [complaint, contact, joined, other, proposal, record, paper] = [newId(), newId(), newId(), newId(), newId(), newId(), newId()];
    const about = holdsSite('director');
    const hide = () => office.database.transaction(async (tx) => shieldObject(tx, complaint, { personIds: [about.personId], crewIds: [] }));
    const reaction = new LinkComplaintsReaction();
    const links = (type: 'reception.contact-converted.v1' | 'archives.record-proposed.v1' | 'archives.record-archived.v1', subject: string, data: object) =>
      office.database.transaction(async (tx) => {
        const event = announced(type, subject, office.awake, data as never) as never;
        if (type === 'reception.contact-converted.v1') reaction.onContact(event, { tx } as never);
        else reaction.onRecord(event, { tx } as never);
      });
    const source = { type: 'complaint', id: complaint, number: 'C-1' };
    await links('reception.contact-converted.v1', contact, { contactId: contact, to: 'complaint', objectId: complaint });
    await links('reception.contact-converted.v1', joined, { contactId: joined, to: 'complaint', objectId: newId(), complaint: { joins: complaint } });
    await links('archives.record-proposed.v1', proposal, { source });
    await hide();
    await links('archives.record-archived.v1', record, { source });
    // Of the same kinds, and of no complaint.
    await links('reception.contact-converted.v1', other, { contactId: other, to: 'repair-request', objectId: newId() });
    await links('archives.record-archived.v1', paper, { source: null });
    const subjects = [
      { type: 'contact', id: contact },
      { type: 'contact', id: joined },
      { type: 'record-proposal', id: proposal },
      { type: 'record', id: record },
      { type: 'contact', id: other },
      { type: 'record', id: paper },
    ] as const;
    for (const subject of subjects) await tell(notice(personId, { kind: 'complaint-accepted', subject }));
    const rows = await office.rows('email');
    const log = new ReadDeliveries(office.database);
    const seen = async (who: Principal) => new Set((await log.page(who, { limit: 10 })).items.map(({ id }) => id));
    expect(await seen(holdsSite('director'))).toEqual(new Set(rows.map(({ id }) => id)));
    expect(await seen(about)).toEqual(new Set(rows.slice(4).map(({ id }) => id)));
    for (const { id } of rows.slice(0, 4)) {
      expect(await log.one(about, id)).toBeUndefined();
      expect(await office.database.transaction((tx) => lockDelivery(tx, about, id))).toBeUndefined();
    }
  });

  it('sends each mail from one of two senders only', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, (_, i) => office.withSettings({ email: `p${i}@example.org` })));
    for (const personId of people) await tell(notice(personId));
    const sent = await Promise.all([send(), send()]);
    expect(sent[0]! + sent[1]!).toBe(12);
    expect(new Set(sink.mails.map(({ to }) => to[0])).size).toBe(12);
  });

  it.each(['zh', 'en'] as const)('writes in the language a person chose (%s)', async (language) => {
    await tell(notice(await office.withSettings({ email: 'lin@example.org', language })));
    await send();
    expect(sink.mails[0]!.text).toContain(language === 'zh' ? 'lang=3D"zh-CN"' : 'Your repair request R-20261123-10007 was accepted');
  });
});
