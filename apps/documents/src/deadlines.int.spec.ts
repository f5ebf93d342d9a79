import { DocumentsUnderTest } from './documents.fixture';
import { PaperOffice } from './paper-office.fixture';

let documents: DocumentsUnderTest;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  office = await PaperOffice.open(documents);
});
afterAll(() => documents.close());

/** `promise level: who was told`, in order. */
const reminded = async (id: string): Promise<string[]> => {
  const names = new Map(Object.entries(office).flatMap(([name, who]) => (typeof who === 'object' && 'personId' in who ? [[who.personId as string, name] as const] : [])));
  return (await documents.events(id))
    .filter(({ type }) => type === 'documents.incoming-escalated.v1')
    .map(({ data }) => `${data.promise} ${data.level}: ${(data.told as Array<{ personId: string }>).map(({ personId }) => names.get(personId)).join(' ')}`);
};

describe('reminders of an incoming document (G4, G5)', () => {
  it('the clerk proposes within a workday, the leader decides within two, else the company hears', async () => {
    const id = await office.registered();
    await documents.pass(18);
    expect((await reminded(id)).slice(0, 3)).toEqual(['propose responsible: clerk', 'propose lead: clerk', 'propose director: director']);
    await office.does(id, 'check', office.clerk);
    await office.does(id, 'propose', office.clerk, { proposal: '请办' });
    const before = (await reminded(id)).length;
    await documents.pass(18);
    expect((await reminded(id)).slice(before)).toEqual(['decide director: director', 'decide company: company']);
  });

  it('whoever acts on it hears a day before, on the date and after it, with who supervises, then clerk, director and company', async () => {
    const id = await office.decided({}, { dueAt: office.inHours(20 * 24) });
    await office.does(id, 'supervise', office.director, { supervisorId: office.lead.personId });
    await documents.pass(45);
    expect(await reminded(id)).toEqual([
      'nearly-due responsible: head lead',
      'act responsible: head lead',
      'act lead: clerk',
      'act director: director',
      'act company: company',
    ]);
    const events = await documents.events(id);
    const dueAt = (await office.read(id)).body.dueAt as string;
    const at = (n: number) => events.filter(({ type }) => type === 'documents.incoming-escalated.v1')[n]!.happened_at;
    expect(at(0).getTime()).toBeLessThan(new Date(dueAt).getTime());
    expect(at(1).getTime()).toBeGreaterThanOrEqual(new Date(dueAt).getTime());
    expect((await office.read(id)).body.promises).toMatchObject([{ promise: 'propose' }, { promise: 'decide' }, { promise: 'act', overdue: true, dueAt }]);
  });

  it('nobody hears of what was done in time, answered, read and filed', async () => {
    const id = await office.decided({}, { answerNeeded: true });
    await office.does(id, 'circulate', office.clerk, { readerIds: [office.lead.personId, office.desk.personId], ordered: true });
    for (const who of [office.lead, office.desk]) await office.does(id, 'mark-read', who);
    await office.does(id, 'finish', office.head, { result: '已办' });
    await office.does(id, 'answer', office.head, { how: '书面', answer: '已办' });
    await office.does(id, 'file', office.clerk);
    await documents.pass(30);
    expect(await reminded(id)).toEqual([]);
    expect(await documents.rows(`SELECT 1 FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [id])).toEqual([]);
  });

  it('the reader whose turn it is hears of it, and the next one in their turn', async () => {
    const id = await office.proposed();
    await office.does(id, 'decide', office.director, { decision: '传阅' });
    await office.does(id, 'circulate', office.clerk, { readerIds: [office.lead.personId, office.desk.personId], ordered: true });
    await documents.pass(18);
    expect((await reminded(id))[0]).toBe('read responsible: lead');
    const before = (await reminded(id)).length;
    await office.does(id, 'change-readers', office.clerk, { leaveOut: [office.lead.personId], reason: '请假' });
    await documents.pass(18);
    expect((await reminded(id)).slice(before)[0]).toBe('read responsible: desk');
  });

  it('an answer that is due is asked for from who acts on it, also after they have acted', async () => {
    const id = await office.decided({}, { answerBy: office.inHours(6 * 24) });
    await office.does(id, 'finish', office.head, { result: '已办' });
    await documents.pass(24);
    expect((await reminded(id))[0]).toBe('reply-to-sender responsible: head');
  });
});
