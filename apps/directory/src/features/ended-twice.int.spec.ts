import { DirectoryUnderTest, holding, operator } from '../directory.fixture';
import { as, Office } from '../office.fixture';

// What the sweep of illegal moves leaves out (test/system/sweeps): its own people would lose what it asks with.
let directory: DirectoryUnderTest;
let office: Office;
let site: string;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
  site = await office.site();
});
afterAll(() => directory.close());

const ledger = () => directory.rows('SELECT count(*) FROM ledger');

/** Does it, which is allowed, and once more, which is not and changes nothing. */
async function twice(route: string, body: object | undefined, who = operator): Promise<unknown> {
  await directory.done(route, body, as(who));
  const before = await ledger();
  const { status, body: refusal } = await directory.ask(route, body, as(who));
  expect(await ledger()).toEqual(before);
  return [status, refusal.code];
}

test('what has ended does not end again', async () => {
  const director = holding('director', site);
  const worker = await office.worker(site, 'desk');
  const grant = await office.role(worker.personId, 'clerk', site);
  expect(await twice(`POST /api/role-grants/${grant}/end`, {})).toEqual([409, 'span-ended']);
  const superior = await office.worker(site, 'desk-lead');
  const line = await directory.done('POST /api/superiors', { personId: worker.personId, superiorId: superior.personId }, as(director));
  expect(await twice(`POST /api/superiors/${line.id}/end`, {}, director)).toEqual([409, 'span-ended']);
});

test('of an account that is closed nothing is changed', async () => {
  const { accountId } = await office.worker(site, 'desk');
  expect(await twice(`POST /api/accounts/${accountId}/close`, undefined)).toEqual([409, 'account-closed']);
  const { status, body } = await directory.ask(`POST /api/accounts/${accountId}/reset-password`, { password: 'correct horse battery' }, as(operator));
  expect([status, body.code]).toEqual([409, 'account-closed']);
});

test('a member of a crew is not taken into it again', async () => {
  const { personId } = await office.worker(site, 'technician');
  const crew = await directory.done('POST /api/crews', { siteId: site, code: office.next('C'), name: { zh: '水电班' }, kind: 'crew', skills: ['plumbing'] }, as(operator));
  expect(await twice(`POST /api/crews/${crew.id}/members`, { personId })).toEqual([409, 'spans-overlap']);
});
