import type { EventData, EventType, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext, Selected } from '@property-office/messaging';
import type { Database, Transaction } from '@property-office/persistence';
import { announced, OwnDatabase } from '@property-office/service-testing';
import { summaryOf } from '../domain/summaries';
import { CaseTimelines, documentCase } from '../persistence/case-timelines';
import { trackingSchema } from '../persistence/schema';
import { FollowDocumentsReaction } from './follow-documents.reaction';

const number = '收文〔2026〕17号';

describe('the timeline of an incoming document (W1.1)', () => {
  let own: OwnDatabase;
  let database: Database;
  const reaction = new FollowDocumentsReaction();

  beforeAll(async () => {
    own = await OwnDatabase.open(trackingSchema);
    ({ database } = own);
  });
  afterAll(() => own.close());

  let version = 0;
  async function announce<T extends EventType>(subject: string, type: T, data: EventData<T>): Promise<void> {
    const event = announced(type, subject, newId(), data, { aggregateversion: (version += 1), actorrole: 'clerk' });
    await database.transaction(async (tx) =>
      reaction.onEvent(event as unknown as WireEvent as Selected<'documents.*'>, { tx, now: tx.now } as unknown as ReactionContext<Transaction>),
    );
  }
  const said = async (id: string, language: 'zh' | 'en') => (await new CaseTimelines(database).all(documentCase(id))).map(({ type, data }) => summaryOf(type, data, language));

  it('says what happened to it in both languages, and nothing of mail or registers', async () => {
    const id = newId();
    await announce(id, 'documents.incoming-registered.v1', {
      number, registerId: newId(), registerYear: 2026, registerNumber: 17, urgency: 'ordinary', confidentiality: 'open', copies: 1, paper: true, mailId: null, attachmentIds: [],
    });
    await announce(id, 'documents.incoming-reminded.v1', { number, actingPersonId: newId(), reminders: 2 });
    const late = { deadlineId: newId(), promise: 'nearly-due', class: 'incoming-document', dueAt: new Date().toISOString(), level: 'responsible' };
    await announce(id, 'documents.incoming-escalated.v1', { number, ...late, to: 'responsible', outcome: 'told', reached: 'responsible', told: [] });
    const mail = newId();
    await announce(mail, 'documents.mail-collected.v1', { number: 'P-1', addresseeId: newId() });
    expect(await said(id, 'zh')).toEqual([`收文已登记，编号 ${number}`, '已催办（第 2 次）', '“承办将到期”提醒：责任人，已通知']);
    expect(await said(id, 'en')).toEqual([`Registered as ${number}`, 'Reminded by hand (2)', 'Reminder (due tomorrow): the responsible person, told']);
    expect(await said(mail, 'zh')).toEqual([]);
  });
});
