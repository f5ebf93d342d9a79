import type { Principal } from '@property-office/contracts';
import { waitFor } from '@property-office/testing';
import { ArchivesUnderTest } from './archives.fixture';
import { LivingOffice, type Living } from './living-office.fixture';

let archives: ArchivesUnderTest;
let office: LivingOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => void (office = await new LivingOffice(archives).open()));

interface Hit {
  id: string;
  foundIn: object[];
}

const hits = async (q: string, who: Principal): Promise<Hit[]> => (await archives.ask(`GET /api/records?siteId=${office.siteId}&q=${encodeURIComponent(q)}`, who)).body.items;
const found = async (q: string, who: Principal): Promise<string[]> => (await hits(q, who)).map(({ id }) => id);

/** What was closed of a living file, as a record that a paper of it is found by. */
async function record({ file }: Living, text: string): Promise<string> {
  await office.putBefore(file, 2, { title: '业主信息登记表', attachmentIds: [office.written(text)] });
  await office.close(file);
  const { id } = await office.onProposal(await office.proposalOf(file), 'accept');
  await waitFor(async () => (await found(text, office.clerk)).includes(id), { what: `${text} to be read` });
  return id;
}

describe('a volume of the file of a home, once it is a record (W4.1, W4.2)', () => {
  it('is known to whoever knew of the living file, and what its papers say to who keeps the archives alone', async () => {
    const home = await office.home();
    await office.owned(home.place, -2_000, -1);
    const id = await record(home, '身份证号码 31010119700101 电话 13800138000');
    for (const who of [office.clerk, office.director]) expect(await hits('13800138000', who)).toMatchObject([{ id, foundIn: [{ kind: 'file', position: 1 }] }]);
    const deputy: Principal = { ...office.head, deputyships: [{ kind: 'approvals', forPersonId: office.director.personId, roles: office.director.roles }] };
    expect(await found('13800138000', deputy)).toEqual([id]);
    for (const who of [office.head, office.company, office.person('desk-lead')]) {
      expect([await found('13800138000', who), await found('身份', who)]).toEqual([[], []]);
      expect((await office.read(id, who)).status).toBe(200);
      // Titles of its papers they read in the living file, too; where else it stands is not said.
      expect(await hits('信息登记', who)).toMatchObject([{ id, foundIn: [{ kind: 'text', position: null }] }]);
      expect((await hits('一户一档', who)).map(({ id: hit, foundIn }) => [hit, foundIn])).toEqual([[id, [{ kind: 'text', position: null }]]]);
    }
  });

  it('not so of a device, of which nothing is anybody’s own', async () => {
    const lift = await office.device('lift', '2026-03-31');
    const id = await record(lift, '限速器校验合格');
    expect(await hits('限速器校验', office.head)).toMatchObject([{ id, foundIn: [{ kind: 'file', position: 1 }] }]);
  });
});
