import { newId } from '@property-office/kernel';
import { announced, type Told } from '@property-office/service-testing';
import { DocumentsUnderTest } from './documents.fixture';
import { tidyUpDue, tidyUpReminders, yearOver } from './domain/tidy-up';
import { registerYear } from './domain/register-number';
import { OutgoingOffice } from './outgoing-office.fixture';

let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
afterAll(() => documents?.close());
beforeEach(async () => {
  outgoing = await OutgoingOffice.open(documents);
});

const path = '/api/tidy-ups';
const ofSite = async (who = outgoing.office.clerk): Promise<Told['body'][]> => (await documents.ask(`GET ${path}`, who)).body.items;
const read = (id: string, who = outgoing.office.clerk) => documents.ask(`GET ${path}/${id}`, who);
const finish = (id: string, body: object = {}, who = outgoing.office.clerk, headers = {}) => documents.ask(`POST ${path}/${id}/finish`, who, body, headers);
const reminded = (id: string) =>
  documents.rows<{ late: boolean; at: Date }>(`SELECT (data ->> 'late')::boolean AS late, happened_at AS at FROM ledger WHERE aggregate_id = $1 AND type = 'documents.tidy-up-reminded.v1' ORDER BY aggregate_version`, [id]);
const filed = async (more: object = {}): Promise<string> => {
  const id = await outgoing.office.decided(more, { answerNeeded: false });
  await outgoing.office.does(id, 'finish', outgoing.office.head, { result: '已办' });
  await outgoing.office.does(id, 'file', outgoing.office.clerk);
  return id;
};
const accept = (documentId: string, type: 'incoming-document' | 'outgoing-document' = 'incoming-document') => {
  const series = { archiveNumber: 'PM01-WS·2026-D30-BGS-0001', category: 'WS', year: 2026, retention: 'D30', office: 'BGS', item: 1, oldNumber: null } as const;
  const basis = { legalBasis: '企业文件材料归档范围', basisRank: 'company', confidentiality: 'open', proposalId: newId(), datedAt: new Date().toISOString(), proof: 'a'.repeat(64) } as const;
  const source = { type, id: documentId, number: '收文〔2026〕1号' };
  return documents.hear(announced('archives.record-archived.v1', newId(), outgoing.office.siteId, { ...series, ...basis, source, attachmentIds: [] }));
};

describe('the yearly tidy-up (W1.3, R2.1)', () => {
  it('begins with the first paper of a year, lists what is missing to who may know of it, and ends when nothing is, recorded with who and when', async () => {
    const { office } = outgoing;
    const [done, waiting, secret] = [await filed(), await filed(), await office.registered({ confidentiality: 'confidential' })];
    const year = registerYear(await documents.now());
    const [{ id }] = (await ofSite()) as [{ id: string }];
    expect(await ofSite()).toMatchObject([{ year, status: 'open', dueAt: tidyUpDue(year).toISOString(), reminders: 0, finishedBy: null, missing: null }]);
    await accept(done);
    expect((await read(id)).body).toMatchObject({ unfiled: [{ id: secret, direction: 'incoming', status: 'registered' }], unaccepted: [{ id: waiting, status: 'filed' }], gaps: [] });
    expect((await read(id, office.company)).body).toMatchObject({ unfiled: [], unaccepted: [{ id: waiting }] });
    await documents.rows('DELETE FROM register_number WHERE document_id = $1', [done]);
    expect((await read(id)).body.gaps).toEqual([{ registerId: expect.any(String), category: '收文', number: 1 }]);

    expect((await finish(id)).body).toMatchObject({ status: 409, code: 'year-not-over' });
    await documents.showTime(new Date(yearOver(year).getTime() + 3_600_000));
    expect((await finish(id)).body).toMatchObject({ status: 409, code: 'tidy-up-incomplete', detail: expect.stringMatching(/Not filed: 1; not accepted by the archives: 1; gaps in registers: 1/) });
    for (const who of [office.technician, office.company]) expect((await finish(id, {}, who)).status).toBe(403);
    const elsewhere = { ...office.person('clerk'), roles: [{ role: 'clerk' as const, siteId: newId() }] };
    for (const told of [await read(id, elsewhere), await finish(id, {}, elsewhere)]) expect(told.body).toMatchObject({ status: 404, code: 'tidy-up-unknown' });
    expect((await finish(id, {}, office.clerk, { 'if-match': '"7"' })).status).toBe(412);
    const told = await finish(id, { missingReason: '一件仍在办理' }, office.director);
    expect(told).toMatchObject({ status: 200, body: { status: 'finished', finishedBy: office.director.personId, finishedAt: expect.any(String), missing: { unfiled: 1, unaccepted: 1, gaps: 1 }, missingReason: '一件仍在办理' } });
    expect((await finish(id)).body).toMatchObject({ status: 409, code: 'tidy-up-finished' });
    expect(await documents.rows(`SELECT data FROM ledger WHERE aggregate_id = $1`, [id])).toEqual([{ data: { year, unfiled: 1, unaccepted: 1, gaps: 1, inTime: true } }]);
    await documents.until(tidyUpReminders(year)[0]!);
    expect(await reminded(id)).toEqual([]);
  });

  it('takes outgoing documents, too, and lets void ones be', async () => {
    const { office } = outgoing;
    const [numbered, secret] = [await outgoing.numbered(), await outgoing.filed({ confidentiality: 'confidential' })];
    await outgoing.does(await outgoing.numbered(), 'void', office.clerk, { reason: '重复' });
    await office.does(await office.registered(), 'void', office.clerk, { reason: '重复' });
    const [{ id }] = (await ofSite()) as [{ id: string }];
    const missing = async (who = office.clerk) => {
      const { unfiled, unaccepted, gaps } = (await read(id, who)).body;
      return [unfiled, unaccepted, gaps].map((each: Array<{ id: string }>) => each.map((paper) => paper.id));
    };
    expect([await missing(), await missing(office.company)]).toEqual([[[numbered], [secret], []], [[numbered], [], []]]);
    await documents.showTime(new Date(yearOver(registerYear(await documents.now())).getTime() + 3_600_000));
    expect((await finish(id)).body.detail).toMatch(/Not filed: 1; not accepted by the archives: 1; gaps in registers: 0/);
    await accept(secret, 'outgoing-document');
    expect((await missing())[1]).toEqual([]);
  });

  it('is reminded before 30 June and once after it, and needs no reason where nothing is missing', async () => {
    const id = await filed();
    const year = registerYear(await documents.now());
    const [{ id: tidyUp }] = (await ofSite()) as [{ id: string }];
    await documents.until(new Date(tidyUpReminders(year)[2]!.getTime() + 1_000));
    expect((await reminded(tidyUp)).map(({ late }) => late)).toEqual([false, false, false]);
    await documents.until(new Date(tidyUpReminders(year)[3]!.getTime() + 1_000));
    expect((await reminded(tidyUp)).map(({ late }) => late)).toEqual([false, false, false, true]);
    expect(await ofSite()).toMatchObject([{ reminders: 4, version: 4 }]);
    await accept(id);
    expect(await finish(tidyUp)).toMatchObject({ status: 200, body: { status: 'finished', missing: { unfiled: 0, unaccepted: 0, gaps: 0 }, missingReason: null } });
    const [{ data }] = (await documents.rows(`SELECT data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version DESC LIMIT 1`, [tidyUp])) as [{ data: object }];
    expect(data).toMatchObject({ inTime: false });
  });
});
