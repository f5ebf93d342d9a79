import { DocumentsUnderTest } from './documents.fixture';
import { body, OutgoingOffice } from './outgoing-office.fixture';
import type { PaperOffice } from './paper-office.fixture';

let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  outgoing = await OutgoingOffice.open(documents);
  office = outgoing.office;
});
afterAll(() => documents.close());

/** `promise level: who was told`, in order. */
const reminded = async (id: string): Promise<string[]> => {
  const names = new Map(Object.entries(office).flatMap(([name, who]) => (typeof who === 'object' && 'personId' in who ? [[who.personId as string, name] as const] : [])));
  return (await documents.events(id))
    .filter(({ type }) => type === 'documents.outgoing-escalated.v1')
    .map(({ data }) => `${data.promise} ${data.level}: ${(data.told as Array<{ personId: string }>).map(({ personId }) => names.get(personId)).join(' ')}`);
};
const running = (id: string) => documents.rows(`SELECT promise FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [id]);

describe('reminders of an outgoing document (G4, G5)', () => {
  it('its reviewer within a workday, then clerk, director and company', async () => {
    const id = await outgoing.submitted();
    await documents.pass(18);
    expect(await reminded(id)).toEqual(['review-draft responsible: head', 'review-draft lead: clerk', 'review-draft director: director', 'review-draft company: company']);
    expect((await outgoing.read(id)).body.promises).toMatchObject([{ promise: 'review-draft', overdue: true }]);
  });

  it('those who have not countersigned, and not who has', async () => {
    const id = await outgoing.submitted({}, [office.lead.personId, office.desk.personId]);
    await outgoing.does(id, 'review', office.head);
    await outgoing.does(id, 'countersign', office.lead);
    await documents.pass(18);
    expect((await reminded(id))[0]).toBe('countersign responsible: desk');
  });

  it('the director of a signature, then the company; again when its substance changed', async () => {
    const id = await outgoing.toSign();
    await documents.pass(18);
    expect(await reminded(id)).toEqual(['sign director: director', 'sign company: company']);
    await outgoing.sign(id);
    await outgoing.correct(id, office.clerk, { body: body.replace('5日', '6日') });
    await documents.pass(18);
    expect((await reminded(id)).slice(2)).toEqual(['sign director: director', 'sign company: company']);
  });

  it('its drafter of receipts that have not come back', async () => {
    const id = await outgoing.released();
    await documents.pass(24);
    expect((await reminded(id))[0]).toBe('receipt responsible: clerk');
  });

  it('nobody of what was done in time, returned, discarded, void or filed', async () => {
    const filed = await outgoing.released();
    await outgoing.does(filed, 'record-receipt', office.clerk, { delivery: 1, receivedBy: '李' });
    await outgoing.does(filed, 'file', office.clerk);
    const returned = await outgoing.submitted({}, [office.lead.personId]);
    await outgoing.does(returned, 'return', office.head, { reason: '重写' });
    const discarded = await outgoing.toSign();
    await outgoing.does(discarded, 'discard', office.clerk, { reason: '不发' });
    const voided = await outgoing.numbered();
    await outgoing.correct(voided, office.clerk, { body: body.replace('5日', '6日') });
    await outgoing.does(voided, 'void', office.clerk, { reason: '不发' });
    await documents.pass(30);
    for (const id of [filed, returned, discarded, voided]) {
      expect(await running(id)).toEqual([]);
      expect(await reminded(id)).toEqual([]);
    }
  });

  it('nobody of a confidential one who may not know of it', async () => {
    const id = await outgoing.submitted({ confidentiality: 'confidential' });
    await documents.pass(24);
    const told = (await reminded(id)).join('\n');
    expect(told).toContain('head');
    expect(told).not.toContain('company: company');
  });

  it('what was entered later and had been on time says so; the reminder stays (G2)', async () => {
    const promised = async () => {
      const id = await outgoing.submitted();
      const [row] = await documents.rows<{ due: Date; reminds: Date }>(
        `SELECT d.due_at AS due, t.due_at AS reminds FROM deadline d JOIN timer t ON t.aggregate_id = d.aggregate_id AND t.status = 'set' WHERE d.aggregate_id = $1`,
        [id],
      );
      return { id, ...row! };
    };
    let { id, due, reminds } = await promised();
    // Not before a long holiday: what happened is entered within 72 hours.
    while (reminds.getTime() - due.getTime() > 66 * 3_600_000) {
      await documents.later(24 * 3_600);
      ({ id, due, reminds } = await promised());
    }
    await documents.later((reminds.getTime() - (await documents.now()).getTime()) / 1_000 + 60);
    expect(await reminded(id)).toHaveLength(1);
    await outgoing.does(id, 'review', office.head, { happenedAt: new Date(due.getTime() - 600_000).toISOString(), lateReason: '停电' });
    expect((await documents.told(id)).filter((each) => each === 'outgoing-shown-on-time')).toHaveLength(1);
  });
});
