import type { Principal } from '@property-office/contracts';
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

const page = async (id: string) => (await office.read(id)).body;
const scan = (who: Principal, token: string, more: object = {}) => documents.ask('POST /api/incoming-documents/scan', who, { token, ...more });
const holders = (id: string) => documents.rows<{ person_id: string; open: boolean }>('SELECT person_id, ends_at IS NULL AS open FROM paper_holder WHERE document_id = $1 ORDER BY n', [id]);

describe('where is this paper (W1.1)', () => {
  it('is with whoever registered it, then with whoever scanned its slip and took it', async () => {
    const id = await office.registered();
    const { holderId, slipToken } = await page(id);
    expect(holderId).toBe(office.clerk.personId);
    expect(await scan(office.technician, slipToken, { place: '工程部' })).toMatchObject({ status: 200, body: { documentId: id, scan: 1, holderId: office.technician.personId } });
    expect(await scan(office.desk, slipToken, { place: '前台', took: false })).toMatchObject({ body: { scan: 2, holderId: office.technician.personId } });
    expect(await page(id)).toMatchObject({
      holderId: office.technician.personId,
      scans: [
        { personId: office.technician.personId, place: '工程部', took: true, happenedAt: expect.any(String) },
        { personId: office.desk.personId, place: '前台', took: false },
      ],
    });
    expect(await holders(id)).toEqual([{ person_id: office.clerk.personId, open: false }, { person_id: office.technician.personId, open: true }]);
    // Where somebody wrote it down is for the office, not for events.
    expect(JSON.stringify(await documents.events(id))).not.toContain('工程部');
  });

  it('has one holder however many scan it at the same moment', async () => {
    const id = await office.registered();
    const { slipToken } = await page(id);
    const people = [office.head, office.lead, office.desk, office.technician];
    const told = await Promise.all(people.map((who) => scan(who, slipToken)));
    expect(told.map(({ body }) => body.scan).sort()).toEqual([1, 2, 3, 4]);
    const chain = await holders(id);
    expect(chain).toHaveLength(5);
    expect(chain.filter(({ open }) => open)).toHaveLength(1);
    await scan(people[0]!, slipToken);
    expect((await scan(people[0]!, slipToken)).body.holderId).toBe(people[0]!.personId);
  });

  it('goes on when it is filed, and there is none of what came by e-mail', async () => {
    const id = await office.registered({ paper: false });
    const { slipToken, holderId } = await page(id);
    expect(holderId).toBeNull();
    expect((await scan(office.clerk, slipToken, { took: true })).body).toMatchObject({ status: 409, code: 'no-original' });
    expect((await scan(office.clerk, slipToken)).body).toMatchObject({ scan: 1, holderId: null });
    const filed = await office.proposed();
    await office.does(filed, 'decide', office.director, { decision: '存档' });
    await office.does(filed, 'file', office.clerk);
    expect((await scan(office.director, (await page(filed)).slipToken)).body).toMatchObject({ holderId: office.director.personId });
  });

  it('is nobody’s to scan from outside the office', async () => {
    const { slipToken } = await page(await office.registered());
    expect((await scan(office.person('resident'), slipToken)).status).toBe(403);
    expect((await scan((await PaperOffice.open(documents)).clerk, slipToken)).status).toBe(404);
  });
});
