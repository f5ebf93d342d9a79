import { PeopleContacts } from '@property-office/backbone';
import type { Principal } from '@property-office/contracts';
import { ArchivesUnderTest } from '../archives.fixture';
import { HandOverOffice } from './hand-over-office.fixture';

let archives: ArchivesUnderTest;
let office: HandOverOffice;
/** Directory is another service. */
const phones = new Map<string, string>();

beforeAll(async () => {
  archives = await ArchivesUnderTest.open();
  archives.part(PeopleContacts).phonesOf = (personIds) => Promise.resolve(new Map([...phones].filter(([id]) => personIds.includes(id))));
});
afterAll(() => archives?.close());
beforeEach(async () => void (office = await HandOverOffice.open(archives)));

const signs = (id: string, part: string, who: Principal) => office.on(id, 'sign', who, { part });

describe('what joined a living file since it was sealed', () => {
  it('makes the package outdated: it would be neither in it nor here any more', async () => {
    const [home] = [await office.home('502'), await office.home('503')];
    const id = await office.sealed();
    for (const [part, who] of [['giver', office.clerk], ['receiver', office.company]] as const) await office.does(signs(id, part, who));
    await office.does(archives.ask(`POST /api/living-files/${home}/file-paper`, office.clerk, { paper: 'other', title: '公约', attachmentIds: [office.file()] }));
    const { body } = await signs(id, 'witness', office.lead);
    expect(body).toMatchObject({ status: 409, code: 'package-outdated', detail: expect.stringContaining('502') });
    expect(body.detail).not.toContain('503');
  });
});

describe('who has a link and an account besides', () => {
  it('gives one signature: by their telephone they are known when they are named and when they sign in person', async () => {
    const id = await office.approved({ scope: 'named', recordIds: [(await office.held('函')).id] });
    const names = (part: string, who: Principal) => office.on(id, 'name-party', office.clerk, { part, personId: who.personId });
    await office.does(names('witness', office.lead));
    await office.does(office.on(id, 'seal', office.clerk));
    const said = { name: '李接收', body: 'company', sentBy: 'chat', phone: '13900000021', part: 'receiver' };
    const link = await office.on(id, 'links', office.clerk, said);
    expect(link.status).toBe(201);
    // Directory had no telephone of theirs when the link was issued.
    for (const who of [office.lead, office.clerk2, office.company]) phones.set(who.personId, '139 0000 0021');
    expect((await names('witness', office.company)).body).toMatchObject({ status: 409, code: 'party-has-hand' });
    expect((await signs(id, 'witness', office.lead)).body).toMatchObject({ status: 409, code: 'party-has-hand' });
    expect((await signs(id, 'giver', office.clerk2)).body).toMatchObject({ status: 409, code: 'party-has-hand' });
    // For the same part it is the same signature, and a link that was revoked is nobody's.
    await office.does(names('receiver', office.company));
    await office.does(office.on(id, `links/${link.body.id}/revoke`, office.clerk));
    await office.does(signs(id, 'giver', office.clerk2));
  });

  it('gets no link by a telephone that was not compared with everybody’s: somebody was named meanwhile', async () => {
    const id = await office.approved({ scope: 'named', recordIds: [(await office.held('函')).id] });
    await office.does(office.on(id, 'seal', office.clerk));
    phones.set(office.lead.personId, '139 0000 0031');
    const issue = () => office.on(id, 'links', office.clerk, { name: '李接收', body: 'company', sentBy: 'chat', phone: '13900000031', part: 'receiver' });
    jest.spyOn(archives.part(PeopleContacts), 'phonesOf').mockImplementationOnce(async () => {
      await office.does(office.on(id, 'name-party', office.clerk, { part: 'witness', personId: office.lead.personId }));
      return new Map();
    });
    expect((await issue()).body).toMatchObject({ status: 409, code: 'hands-new' });
    // Repeated as it says, it is compared with theirs, too.
    expect((await issue()).body).toMatchObject({ status: 400, code: 'signer-address-wrong' });
    expect((await office.one(id)).links).toEqual([]);
  });
});

describe('a hand-over that is withdrawn', () => {
  it('says who applied and approved, and whom it had asked to sign: nobody before it was sealed', async () => {
    const approved = await office.approved({ scope: 'named', recordIds: [(await office.held('函')).id] });
    await office.does(office.on(approved, 'name-party', office.clerk, { part: 'witness', personId: office.lead.personId }));
    const withdrawn = async (id: string) => {
      await office.does(office.on(id, 'withdraw', office.clerk, { reason: '清单有误' }));
      return (await archives.events(id)).at(-1)!.data;
    };
    expect(await withdrawn(approved)).toMatchObject({ appliedBy: office.clerk.personId, appliedFor: null, approvedBy: office.director.personId, named: [] });
    const sealed = await office.sealed();
    expect((await withdrawn(sealed)).named).toEqual(expect.arrayContaining([office.lead.personId]));
  });
});
