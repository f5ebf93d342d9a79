import type { QueryRunner } from 'typeorm';
import { grantAccess, shieldObject } from '@property-office/access';
import type { EventData, EventType, Principal, Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext, Selected } from '@property-office/messaging';
import type { Database, Transaction } from '@property-office/persistence';
import { announced, OwnDatabase } from '@property-office/service-testing';
import { summaryOf } from '../domain/summaries';
import { CaseTimelines, addCaseEntry } from '../persistence/case-timelines';
import { ForgottenWords1765100000000 } from '../persistence/migrations/1765100000000-forgotten-words.migration';
import { WordsOfCallers1795963800300 } from '../persistence/migrations/1795963800300-words-of-callers.migration';
import { OfferedContacts1766900000000 } from '../persistence/migrations/1766900000000-offered-contacts.migration';
import { trackingSchema } from '../persistence/schema';
import { FollowContactReaction } from './follow-contact.reaction';

const siteId = newId();

describe('the timeline of a contact (W2.1)', () => {
  let own: OwnDatabase;
  let database: Database;
  const reaction = new FollowContactReaction();

  beforeAll(async () => {
    own = await OwnDatabase.open(trackingSchema);
    ({ database } = own);
  });
  afterAll(() => own.close());

  const person = (role: Role, personId = newId(), site = siteId): Principal => ({
    personId, accountId: newId(), sessionId: newId(), name: '王敏', roles: [{ role, siteId: site }], crews: [], homes: [],
  });

  /** A contact, and a way to announce what happens to it next. */
  function contact() {
    const id = newId();
    let version = 0;
    const events: Array<Selected<'reception.*'>> = [];
    const follow = (...told: Array<Selected<'reception.*'>>) =>
      database.transaction(async (tx) => told.forEach((event) => reaction.onEvent(event, { tx, now: tx.now } as ReactionContext<Transaction>)));
    const announce = async <T extends EventType>(type: T, data: EventData<T>, aggregatetype = 'contact'): Promise<void> => {
      version += 1;
      const event = announced(type, id, siteId, data, { aggregatetype, aggregateversion: version }) as never as Selected<'reception.*'>;
      events.push(event);
      await follow(event);
    };
    return { id, announce, again: () => follow(...events) };
  }

  const read = async (id: string, who: Principal, language: 'zh' | 'en' = 'zh') =>
    (await new CaseTimelines(database).read(who, 'tracking.readContactTimeline', { type: 'contact', id })).map(({ type, data }) => summaryOf(type, data, language));

  const number = 'Q-20261123-10001';
  const recorded = (ownerId: string) => ({ number, channel: 'call' as const, caller: 'stranger' as const, ownerId, attachmentIds: [] });
  const offered = (n: number, ownerId: string, toPersonId: string, insteadOf: string | null = null) =>
    ({ number, handOver: n, ownerId, toPersonId, toRole: null, heated: false, insteadOf, note: null });

  it('says what happened, in both languages, to the desk of the site and to nobody else', async () => {
    const { id, announce } = contact();
    const owner = newId();
    await announce('reception.contact-recorded.v1', recorded(owner));
    await announce('reception.contact-guided.v1', { number, whereTo: '燃气公司' });
    expect(await read(id, person('desk'))).toEqual([`已登记，编号 ${number}（来电）`, '已指引到：燃气公司']);
    expect((await read(id, person('director'), 'en'))[0]).toBe(`Recorded as ${number} (call)`);
    for (const who of [person('resident'), person('clerk'), person('desk', newId(), newId())]) expect(await read(id, who)).toEqual([]);
  });

  it('is read by a colleague while it is offered to them, and by whoever took it', async () => {
    const { id, announce } = contact();
    const owner = newId();
    const [first, second] = [person('technician'), person('clerk')];
    await announce('reception.contact-recorded.v1', recorded(owner));
    await announce('reception.contact-offered.v1', offered(1, owner, first.personId));
    expect(await read(id, first)).toHaveLength(2);
    await announce('reception.contact-offered.v1', offered(2, owner, second.personId, first.personId));
    expect(await read(id, first)).toEqual([]);
    await announce('reception.contact-returned.v1', { number, handOver: 2, ownerId: owner, toPersonId: second.personId, toRole: null, reason: '不归我管' });
    expect(await read(id, second)).toEqual([]);
    await announce('reception.contact-offered.v1', offered(3, owner, second.personId));
    await announce('reception.contact-accepted.v1', { number, handOver: 3, ownerId: second.personId, toPersonId: second.personId, toRole: null, fromPersonId: owner });
    expect((await read(id, second)).slice(-2)).toEqual(['已移交，等待接手', '同事已接手']);
  });

  it('is read no more by whom it was offered to once another has it or it has ended, nor by whoever passed it on (G7)', async () => {
    const [taken, ended] = [contact(), contact()];
    const [owner, asked, lead] = [person('technician'), person('technician'), person('clerk')];
    for (const { announce } of [taken, ended]) {
      await announce('reception.contact-recorded.v1', recorded(owner.personId));
      await announce('reception.contact-offered.v1', offered(1, owner.personId, asked.personId));
    }
    await taken.announce('reception.contact-accepted.v1', { number, handOver: 1, ownerId: lead.personId, toPersonId: asked.personId, toRole: null, fromPersonId: owner.personId });
    await ended.announce('reception.contact-guided.v1', { number, whereTo: '燃气公司' });
    const seen = (id: string) => Promise.all([owner, asked, lead].map(async (who) => (await read(id, who)).length));
    for (const repeated of [false, true]) {
      if (repeated) await Promise.all([taken.again(), ended.again()]);
      expect(await seen(taken.id)).toEqual([0, 0, 3]);
      expect(await seen(ended.id)).toEqual([3, 0, 0]);
    }
  });

  it('leaves no right of before the upgrade to whoever neither has it nor is offered it (G7)', async () => {
    const [ended, open] = [contact(), contact()];
    const [owner, past, asked] = [person('technician'), person('technician'), person('clerk')];
    for (const { announce } of [ended, open]) {
      await announce('reception.contact-recorded.v1', recorded(owner.personId));
      await announce('reception.contact-offered.v1', offered(1, owner.personId, asked.personId));
    }
    await ended.announce('reception.contact-guided.v1', { number, whereTo: '燃气公司' });
    for (const { id } of [ended, open])
      await database.transaction(async (tx) => {
        for (const { personId } of [past, asked]) grantAccess(tx, { objectId: id, siteId, subject: `person:${personId}`, right: 'read', sourceVersion: 9 });
      });
    const seen = (id: string) => Promise.all([owner, past, asked].map(async (who) => (await read(id, who)).length));
    expect([await seen(ended.id), await seen(open.id)]).toEqual([[3, 3, 3], [2, 2, 2]]);
    await new OfferedContacts1766900000000().up({ query: (sql: string) => database.query(sql) } as never);
    expect([await seen(ended.id), await seen(open.id)]).toEqual([[3, 0, 0], [2, 0, 2]]);
  });

  it('is hidden from whom the complaint it became is about, and from their crew, whatever their roles (W2.3)', async () => {
    const { id, announce } = contact();
    const [about, colleague] = [person('desk-lead'), { ...person('desk-lead'), crews: [newId()] }];
    const complaint = { aboutPersonId: about.personId, households: 1, signs: [], hotlineNumber: null, hotlineDeadline: null };
    const objectId = newId();
    await announce('reception.contact-recorded.v1', recorded(newId()));
    expect(await read(id, about)).toHaveLength(1);
    await announce('reception.contact-converted.v1', {
      number, contactId: id, to: 'complaint', objectId, channel: 'call', description: '态度差', reporterId: null, location: null, attachmentIds: [], complaint,
    });
    expect(await read(id, about)).toEqual([]);
    expect(await read(id, colleague)).toHaveLength(2);
    await database.transaction(async (tx) => shieldObject(tx, objectId, { personIds: [], crewIds: colleague.crews }));
    expect(await read(id, colleague)).toEqual([]);
    expect(await read(id, person('desk'))).toHaveLength(2);
  });

  it('keeps nothing of what a caller said that went with the contact to what it became, also of before (W2.3)', async () => {
    const { id, announce } = contact();
    await announce('reception.contact-recorded.v1', recorded(newId()));
    await announce('reception.contact-converted.v1', { number, contactId: id, to: 'suggestion', objectId: newId(), channel: 'call', description: '王敏想装路灯', reporterId: null, location: null, attachmentIds: [] });
    const kept = async () => JSON.stringify(await database.query('SELECT data FROM case_entry WHERE case_id = $1', [id]));
    expect(await kept()).not.toContain('王敏');
    expect(await read(id, person('desk'))).toEqual([`已登记，编号 ${number}（来电）`, '已转为建议']);
    await database.query(`UPDATE case_entry SET data = data || '{"description": "王敏想装路灯"}' WHERE case_id = $1 AND type = 'reception.contact-converted.v1'`, [id]);
    await new WordsOfCallers1795963800300().up({ query: (sql: string) => database.query(sql) } as never);
    expect([await kept(), (await kept()).includes('objectId')]).toEqual([expect.not.stringContaining('王敏'), true]);
  });

  it('is hidden as the complaint is that its caller joined, and from everybody it is to be about before that is recorded (W2.3)', async () => {
    const [joined, made] = [contact(), contact()];
    const [first, second, mate] = [person('desk-lead'), person('desk-lead'), { ...person('desk-lead'), crews: [newId()] }];
    const joins = newId();
    const complaint = { aboutPersonId: null, households: 1, signs: [], hotlineNumber: null, hotlineDeadline: null };
    const became = (id: string, more: Partial<NonNullable<EventData<'reception.contact-converted.v1'>['complaint']>>) => ({
      number, contactId: id, to: 'complaint' as const, objectId: newId(), channel: 'call' as const, description: '态度差', reporterId: null, location: null,
      attachmentIds: [], complaint: { ...complaint, ...more },
    });
    for (const { announce } of [joined, made]) await announce('reception.contact-recorded.v1', recorded(newId()));
    await joined.announce('reception.contact-converted.v1', became(joined.id, { joins }));
    expect(await read(joined.id, first)).toHaveLength(2);
    await database.transaction(async (tx) => shieldObject(tx, joins, { personIds: [first.personId], crewIds: [] }));
    expect(await read(joined.id, first)).toEqual([]);
    expect(await read(joined.id, second)).toHaveLength(2);
    await made.announce('reception.contact-converted.v1', became(made.id, { aboutPersonIds: [first.personId, second.personId], aboutCrewIds: mate.crews }));
    for (const who of [first, second, mate]) expect(await read(made.id, who)).toEqual([]);
    expect(await read(made.id, person('desk-lead'))).toHaveLength(2);
  });

  it('holds none of their words when the retention is over, also when it is made again from the ledger (G7)', async () => {
    const [gone, other] = [contact(), contact()];
    const [owner, colleague] = [newId(), newId()];
    for (const { announce } of [gone, other]) {
      await announce('reception.contact-recorded.v1', { ...recorded(owner), lateReason: '王敏催得急' });
      await announce('reception.contact-offered.v1', { ...offered(1, owner, colleague), note: '王敏又来电' });
      await announce('reception.contact-returned.v1', { number, handOver: 1, ownerId: owner, toPersonId: colleague, toRole: null, reason: '王敏找的是你' });
      await announce('reception.contact-guided.v1', { number, whereTo: '王敏的单位' });
    }
    await gone.announce('reception.contact-forgotten.v1', { number });
    const kept = async (id: string) => JSON.stringify(await database.query('SELECT data FROM case_entry WHERE case_id = $1', [id]));
    const after = [`已登记，编号 ${number}（来电）`, '已移交，等待接手', '移交被退回：（已删除）', '已指引到：（已删除）', '保存期满，个人信息已删除'];
    const forgotten = async () => {
      expect(await kept(gone.id)).not.toContain('王敏');
      expect((await kept(other.id)).match(/王敏/g)).toHaveLength(4);
      expect(await read(gone.id, person('desk'))).toEqual(after);
    };
    await forgotten();
    await gone.again();
    await forgotten();
    await database.query('DELETE FROM case_entry WHERE case_id = $1', [gone.id]);
    await gone.again();
    await forgotten();
  });

  it('holds none of their words where the contact was forgotten before timelines forgot them, too (G7)', async () => {
    const [gone, other] = [newId(), newId()];
    await database.transaction(async (tx) => {
      const add = <T extends EventType>(id: string, aggregateversion: number, type: T, data: EventData<T>) =>
        addCaseEntry(tx, { type: 'contact', id }, announced(type, id, siteId, data, { aggregatetype: 'contact', aggregateversion }));
      for (const id of [gone, other]) add(id, 1, 'reception.contact-guided.v1', { number, whereTo: '王敏的单位' });
      add(gone, 2, 'reception.contact-forgotten.v1', { number });
    });
    await new ForgottenWords1765100000000().up({ query: (sql: string) => database.query(sql) } as unknown as QueryRunner);
    expect((await read(gone, person('desk')))[0]).toBe('已指引到：（已删除）');
    expect(await read(other, person('desk'))).toEqual(['已指引到：王敏的单位']);
  });

  it('holds nothing of what else the desk announces', async () => {
    const { id, announce } = contact();
    await announce('reception.standard-answer-written.v1', { standardAnswerId: id }, 'standard-answer');
    expect(await database.query('SELECT 1 FROM case_entry WHERE aggregate_id = $1', [id])).toEqual([]);
  });
});
