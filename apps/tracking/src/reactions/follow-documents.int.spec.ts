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

describe('the timeline of a document (W1.1, W1.2)', () => {
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
  const said = async (id: string, language: 'zh' | 'en', of: 'incoming-document' | 'outgoing-document' = 'incoming-document') =>
    (await new CaseTimelines(database).all(documentCase(id, of))).map(({ type, data }) => summaryOf(type, data, language));

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

  it('says what happened to an outgoing one, by its draft’s number until it has another (W1.2)', async () => {
    const id = newId();
    const [draft, text] = ['F-20261128-10001', { textVersion: 2, textHash: '0'.repeat(64) }];
    await announce(id, 'documents.outgoing-drafted.v1', { number: draft, kind: 'letter', urgency: 'ordinary', confidentiality: 'open', ...text, attachmentIds: [] });
    await announce(id, 'documents.outgoing-corrected.v1', { number: draft, ...text, substance: true, differences: 3, signerId: newId(), signerIds: [] });
    await announce(id, 'documents.outgoing-numbered.v1', { number: '发文〔2026〕7号', registerId: newId(), registerYear: 2026, registerNumber: 7 });
    const late = { deadlineId: newId(), promise: 'sign', class: 'outgoing-document', dueAt: new Date().toISOString(), level: 'director' };
    await announce(id, 'documents.outgoing-escalated.v1', { number: draft, ...late, to: 'director', outcome: 'told', reached: 'director', told: [] });
    expect(await said(id, 'zh', 'outgoing-document')).toEqual([`已拟稿，文稿编号 ${draft}`, '签发后有修改（第 2 版，3 处）', '已编号登记：发文〔2026〕7号', '“签发”提醒：主任，已通知']);
    expect(await said(id, 'en', 'outgoing-document')).toEqual([`Drafted as ${draft}`, 'Changed after it was signed off (version 2, 3 places)', 'Registered as 发文〔2026〕7号', 'Reminder (sign-off): the director, told']);
    expect(await said(id, 'zh')).toEqual([]);
  });
});
