import type { EventData, Principal, RecordMatter } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';
import { announced, type Told } from '@property-office/service-testing';
import { waitFor } from '@property-office/testing';
import { ArchiveOffice } from './archive-office.fixture';
import { ArchivesUnderTest } from './archives.fixture';
import { recordsHandledBy, recordsSaying, whereSought, type Sought } from './persistence/find-records';
import { ReadRecords } from './persistence/read-records';
import { expectFiles, takeInTexts } from './persistence/record-texts';

let archives: ArchivesUnderTest;
let office: ArchiveOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(() => void (office = new ArchiveOffice(archives)));

interface Hits {
  items: Array<{ id: string; foundIn: object[] }>;
  nextCursor: string | null;
}

const hits = async (query: string, who: Principal = office.clerk): Promise<Hits> => (await archives.ask(`GET /api/records?siteId=${office.siteId}&${query}`, who)).body as Hits;
const saying = (q: string, who?: Principal, more = ''): Promise<Hits> => hits(`q=${encodeURIComponent(q)}${more}`, who);
const found = async (q: string, who?: Principal): Promise<string[]> => (await saying(q, who)).items.map(({ id }) => id);
const isFound = (q: string, id: string): Promise<unknown> => waitFor(async () => (await found(q)).includes(id), { what: `${q} to be found` });
const where = async (q: string): Promise<object[]> => (await saying(q)).items.map(({ foundIn }) => foundIn);

const at = '2026-03-05T02:00:00.000Z';

/** What was filed, accepted as a record, with its final text and trail. */
async function accepted(told: Partial<RecordMatter>, hiddenFrom: EventData<'complaints.complaint-closed.v1'>['hiddenFrom'] = { personIds: [], crewIds: [] }): Promise<string> {
  const closed = announced('complaints.complaint-closed.v1', newId(), office.siteId, {
    number: 'C-1', round: 1, major: false, majorBecause: [], kind: 'attitude', decision: 'ours', answer: 'accepted', level: 0, households: 1, handlerIds: [], hiddenFrom, attachmentIds: [],
    complainedAt: at, decidedAt: at, feedbackAt: at, closedAt: at,
  });
  const id = closed.subject;
  office.matters.set(id, { id, title: '关于服务的投诉', responsibleParty: null, documentNumber: id, pages: null, copies: null, paper: false, confidentiality: 'confidential', text: `答复 ${id}`, attachmentIds: [], trail: [], ...told });
  await archives.hear(closed);
  const [proposal] = (await archives.ask(`GET /api/record-proposals?sourceId=${id}`, office.clerk)).body.items as Told['body'][];
  const { status, body } = await archives.ask(`POST /api/record-proposals/${proposal.id}/accept`, office.clerk, {});
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.id as string;
}

describe('a record is found by what it holds (W4.2)', () => {
  it('its files, in Chinese and English, as soon as they are read, and which of them says it', async () => {
    const slow = office.written({ state: 'waiting' });
    const { id } = await office.registered({ attachmentIds: [office.file(), office.written('附表一\n第三层 消防\n栓压力 0.25 MPa\nHydrant pressure is low'), slow] });
    const other = await office.registered({ attachmentIds: [office.written('电梯钢丝绳已更换')] });
    await isFound('消防栓', id);
    await isFound('钢丝绳', other.id);
    for (const q of ['消防栓压力', '栓压', '栓', 'HYDRANT press', '0.25']) expect([q, await saying(q)]).toMatchObject([q, { items: [{ id, foundIn: [{ kind: 'file', position: 2 }] }] }]);
    expect(await where('消防设施')).toEqual([[], []]);
    expect(await found('没有的词')).toEqual([]);
    const states = await archives.rows('SELECT state, reason FROM held_text WHERE record_id = $1 ORDER BY position', [id]);
    expect(states).toEqual([{ state: 'none', reason: 'no-words' }, { state: 'read', reason: null }, { state: 'waiting', reason: null }]);
  });

  it('its final text, at once, with its files; a corrected title beside them, and no words of it without opening it', async () => {
    const file = office.written('回访录音整理：Complainant was called');
    const id = await accepted({ text: '答复：\n保安员 已道歉，apology accepted', attachmentIds: [file] });
    for (const q of ['已道歉', '道歉', 'APOLOGY acc']) expect([q, await saying(q)]).toMatchObject([q, { items: [{ id, foundIn: [{ kind: 'text', position: null }] }] }]);
    await isFound('complainant was', id);
    await office.act(id, 'correct', office.clerk, { title: '关于门岗的投诉', reason: '题名不准' });
    expect([await where('门岗'), await where('道歉')]).toEqual([[[]], [[{ kind: 'text', position: null }]]]);
    expect(JSON.stringify(await saying('道歉'))).not.toMatch(/道歉|apology/);
  });

  it('who did a step of its trail, and for whom', async () => {
    const [doer, behind] = [office.person('desk'), newId()];
    const step = { type: 'complaints.complaint-decided.v1', happenedAt: at, recordedAt: at, actorId: doer.personId, actorRole: 'desk', actorFor: behind };
    const id = await accepted({ trail: [step, { ...step, actorId: null, actorRole: 'resident', actorFor: null }] });
    await accepted({ trail: [{ ...step, actorId: newId(), actorFor: null }] });
    for (const person of [doer.personId, behind]) expect((await hits(`handledBy=${person}`)).items.map((hit) => hit.id)).toEqual([id]);
    expect((await hits(`handledBy=${newId()}`)).items).toEqual([]);
  });

  it('by none who may not know of it: what is hidden neither shows nor counts', async () => {
    const open = await office.registered({ attachmentIds: [office.written('张三的请假条')] });
    const secret = await office.registered({ confidentiality: 'confidential', attachmentIds: [office.written('关于处分张三的决定')] });
    await isFound('处分张三', secret.id);
    await isFound('张三的请假', open.id);
    expect([await found('张三'), await found('张三', office.head)]).toEqual([[secret.id, open.id], [open.id]]);
    expect(await saying('张三', office.head, '&limit=1')).toMatchObject({ items: [{ id: open.id }], nextCursor: null });

    const accused = office.person('director');
    const complaint = await accepted({ text: '投诉主任收受礼品' }, { personIds: [accused.personId], crewIds: [] });
    expect([await found('收受礼品'), await found('收受礼品', accused), await saying('礼品', accused, '&limit=1')]).toEqual([[complaint], [], { items: [], nextCursor: null }]);
    expect(await found('张三', new ArchiveOffice(archives).clerk)).toEqual([]);
  });

  it('page by page, the newest first, each once', async () => {
    const ids: string[] = [];
    for (const text of ['泵房一', '泵房二', '泵房三']) ids.unshift((await office.registered({ title: text === '泵房二' ? '泵房' : '巡检', attachmentIds: [office.written(text)] })).id);
    await waitFor(async () => (await found('泵房')).length === 3, { what: 'all to be read' });
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Hits = await saying('泵房', office.clerk, `&limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(ids);
  });

  it('also where it was there before: what was taken in stays so, the rest comes', async () => {
    const [first, second] = [await accepted({ text: '旧的答复一' }), await accepted({ text: '旧的答复二', attachmentIds: [office.written('旧的附件')] })];
    await isFound('旧的附件', second);
    await archives.admin.query('DELETE FROM archives.held_text WHERE record_id = ANY ($1)', [[first, second]]);
    expect(await found('旧的')).toEqual([]);
    let last: string | undefined = '00000000-0000-0000-0000-000000000000';
    while (last !== undefined) last = await takeInTexts(archives.part(Database), last);
    await expectFiles(archives.part(Database));
    await expectFiles(archives.part(Database));
    await isFound('旧的附件', second);
    expect(await found('旧的答复')).toEqual([second, first]);
  });

  it.each([
    ['消防栓', 'text'],
    ['消防', 'words'],
  ])('by the indexes of both, however many there are: %s', async (q, index) => {
    const database = archives.part(Database);
    const plans: unknown[] = [];
    const explained = (on: Database | Transaction) => async (sql: string, params: unknown[]) => {
      plans.push(await on.query(`EXPLAIN ${sql}`, params));
      return on.query(sql, params);
    };
    const transaction = <T>(work: (tx: Transaction) => Promise<T>) => database.transaction((tx) => work({ send: (sql: string) => tx.send(sql), query: explained(tx) } as unknown as Transaction));
    await new ReadRecords({ query: explained(database), transaction } as unknown as Database).page(office.clerk, { limit: 10, q, handledBy: office.clerk.personId });
    for (const each of [`record_${index}`, `held_text_${index}`, 'record_trail_people']) expect(JSON.stringify(plans)).toContain(`Bitmap Index Scan on ${each}`);
  });

  it('the same whether few are, and are taken by their ids, or many, and each is looked at', async () => {
    const doer = office.person('desk');
    const step = { type: 'complaints.complaint-decided.v1', happenedAt: at, recordedAt: at, actorId: doer.personId, actorRole: 'desk', actorFor: null };
    const byText = await accepted({ text: '游泳池 闭馆公告', trail: [step] });
    const byFile = (await office.registered({ attachmentIds: [office.written('游泳池水质检测')] })).id;
    const byTitle = (await office.registered({ title: '游泳池合同' })).id;
    await isFound('游泳池水质', byFile);
    const idsOf = async (sought: Sought, most: number): Promise<string[]> => {
      const { sql, params } = (await whereSought(archives.part(Database), sought, most))(2);
      return (await archives.rows<{ id: string }>(`SELECT s.id FROM record_state s WHERE s.site_id = $1 AND ${sql} ORDER BY s.recorded_at`, [office.siteId, ...params])).map(({ id }) => id);
    };
    for (const [sought, expected] of [
      [recordsSaying(office.clerk, '游泳池')!, [byText, byFile, byTitle]], [recordsSaying(office.head, '泳池')!, [byText, byFile, byTitle]], [recordsSaying(office.head, '闭馆')!, [byText]],
      [recordsSaying(office.clerk, '没有的字句')!, []], [recordsHandledBy(doer.personId), [byText]], [recordsHandledBy(newId()), []],
    ] as const)
      expect([await idsOf(sought, 2_000), await idsOf(sought, 0)]).toEqual([expected, expected]);
  });
});

describe('the list of records is narrowed down (W4.2)', () => {
  it('to a shelf, an office, a carrier and the time they are dated from', async () => {
    const [early, late] = [
      await office.registered({ shelf: 'A-1', office: 'GCB', carrier: 'both', datedAt: '2024-02-01T00:00:00Z' }),
      await office.registered({ shelf: 'A-10', carrier: 'paper', attachmentIds: [], datedAt: '2026-02-01T00:00:00Z' }),
    ];
    const ids = async (query: string) => (await hits(query)).items.map(({ id }) => id);
    for (const [query, expected] of [
      ['shelf=A-1', [early.id]], ['shelf=A-10', [late.id]], ['shelf=A', []],
      ['office=GCB', [early.id]], ['office=KFB', [late.id]],
      ['carrier=both', [early.id]], ['carrier=paper', [late.id]], ['carrier=digital', []],
      ['datedFrom=2024-02-01T00:00:00Z', [late.id, early.id]], ['datedFrom=2024-02-01T00:00:01Z', [late.id]],
      ['datedUntil=2026-02-01T00:00:00Z', [early.id]], ['datedFrom=2024-02-01T00:00:00Z&datedUntil=2025-01-01T00:00:00Z&carrier=both', [early.id]],
    ] as const)
      expect([query, await ids(query)]).toEqual([query, expected]);
    await office.act(early.id, 'move', office.clerk, { shelf: 'B-2' });
    expect([await ids('shelf=A-1'), await ids('shelf=B-2')]).toEqual([[], [early.id]]);
    expect((await archives.ask('GET /api/records?carrier=stone', office.clerk)).body).toMatchObject({ status: 400, errors: [{ pointer: '?carrier' }] });
  });
});
