import { newId } from '@property-office/kernel';
import { announced, ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';
import { keepAccount } from './persistence/accounts';
import { OneCopyOfAccounts1795963800400 } from './persistence/migrations/1795963800400-one-copy-of-accounts.migration';

let complaints: ComplaintsUnderTest;
let office: Office;
/** Known to the office, who never signed in. */
let known: string;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
  known = newId();
});
afterAll(() => complaints.close());

const threeDays = 3 * 86_400 + 60;
const statusOf = async (id: string) => (await office.read(id)).body.status as string;
const hears = async (type: 'directory.account-opened.v1' | 'directory.account-closed.v1', accountId: string, aggregateversion: number) => {
  const happenedat = (await complaints.now()).toISOString();
  await complaints.hear(announced(type, accountId, office.siteId, { accountId, personId: known }, { aggregateversion, happenedat }), ['complaints__accounts_v1']);
};

/** A resident who accepted what came of it, and somebody who says nothing. */
async function group(): Promise<string> {
  const id = await office.recorded();
  await office.does(id, 'join', office.desk, { personId: known, homeId: office.homes[1], words: '我家也是' });
  await office.answered(id);
  await office.does(id, 'answer', office.resident, { answer: 'accepted' });
  return id;
}

describe('a complainant who cannot sign in (W2.3)', () => {
  it('is told by somebody of the staff that it is dealt with, and is waited for until they were reached', async () => {
    const alone = await office.recorded({ onBehalfOf: known }, office.desk);
    await office.does(alone, 'assign', office.lead, { handlerId: office.desk.personId });
    expect((await office.act(alone, 'acknowledge', office.desk)).body).toMatchObject({ status: 400, code: 'contact-way-missing' });
    const id = await group();
    expect((await office.read(id)).body.complainants).toMatchObject([{ hasAccount: true }, { hasAccount: false }]);
    await complaints.later(threeDays);
    expect(await statusOf(id)).toBe('awaiting-feedback');
    await office.does(id, 'answer', office.desk2, { answer: 'no-answer' });
    expect(await statusOf(id)).toBe('closed');
  });

  it('is told of a merge by somebody, whether they complained in both or joined by it', async () => {
    const [id, into] = [await office.recorded({ onBehalfOf: known }, office.desk), await office.recorded()];
    await office.mergedIn(id, into);
    const again = await office.recorded({ onBehalfOf: known }, office.desk);
    await office.mergedIn(again, into);
    const { complainants, file } = (await office.read(into)).body;
    expect(file.tasks.map((each: { complainantId: string }) => each.complainantId)).toEqual([complainants[1].id, complainants[1].id]);
    // Taken back, the second is told to nobody, the first is.
    await office.does(again, 'take-back', office.lead);
    expect((await office.read(into)).body.file.tasks.map((each: { cancelledAt: string | null }) => each.cancelledAt !== null)).toEqual([false, true]);
  });

  it('is one of those whose silence ends it, three days after they can, and no longer when their account is closed', async () => {
    const [id, accountId] = [await group(), newId()];
    await complaints.later(threeDays);
    await hears('directory.account-opened.v1', accountId, 1);
    await complaints.later(threeDays - 3_600);
    expect(await statusOf(id)).toBe('awaiting-feedback');
    expect((await office.act(id, 'answer', office.desk2, { answer: 'no-answer' })).body).toMatchObject({ status: 409, code: 'too-soon-to-give-up' });
    await complaints.later(3_600);
    expect(await statusOf(id)).toBe('closed');
    const early = await group();
    expect((await office.read(early)).body.complainants).toMatchObject([{ hasAccount: true }, { hasAccount: true }]);
    await hears('directory.account-closed.v1', accountId, 2);
    expect((await office.read(early)).body.complainants).toMatchObject([{ hasAccount: true }, { hasAccount: false }]);
    await complaints.later(threeDays);
    expect(await statusOf(early)).toBe('awaiting-feedback');
  });
});

it('is known from one copy of accounts, which has all that either of the two had that were kept before (G6)', async () => {
  const [opened, gone, both] = [newId(), newId(), newId()];
  const migration = new OneCopyOfAccounts1795963800400();
  const runner = { query: (sql: string) => complaints.admin.query(sql) } as never;
  await migration.down(runner);
  await complaints.admin.query(`INSERT INTO account VALUES ('${opened}', '${opened}', false, '2026-01-01Z'), ('${both}', '${both}', false, '2026-01-02Z')`);
  await complaints.admin.query(`INSERT INTO office_account VALUES ('${gone}', '${gone}', true), ('${both}', '${both}', true)`);
  await migration.up(runner);
  const rows = await complaints.rows<{ id: string; closed: boolean; opened_at: Date | null }>('SELECT id, closed, opened_at FROM office_account WHERE id = ANY ($1)', [[opened, gone, both]]);
  expect(new Map(rows.map(({ id, closed, opened_at: at }) => [id, [closed, at?.toISOString() ?? null]]))).toEqual(
    new Map([[opened, [false, '2026-01-01T00:00:00.000Z']], [gone, [true, null]], [both, [true, '2026-01-02T00:00:00.000Z']]]),
  );
});

it('stays closed while its events are read again (G6)', async () => {
  const account = { accountId: newId(), personId: known };
  const at = new Date('2026-01-01T00:00:00Z');
  for (const openedAt of [null, at]) await complaints.transaction(async (tx) => keepAccount(tx, account, openedAt));
  expect(await complaints.rows('SELECT closed, opened_at FROM office_account WHERE id = $1', [account.accountId])).toEqual([{ closed: true, opened_at: at }]);
});

it('is nobody of those who are known while the accounts of directory were not heard of yet, as before (W2.3)', async () => {
  const id = await office.recorded({ onBehalfOf: known }, office.desk);
  const reads = async () => (await office.read(id)).body.complainants;
  expect(await reads()).toMatchObject([{ hasAccount: false }]);
  const accounts = await complaints.rows('DELETE FROM office_account RETURNING id, person_id, closed, opened_at');
  expect(await reads()).toMatchObject([{ hasAccount: true }]);
  const stranger = await office.recorded({ contact: { name: '李四', phone: '13800000000' } }, office.desk);
  expect((await office.read(stranger)).body.complainants).toMatchObject([{ hasAccount: false }]);
  await complaints.rows('INSERT INTO office_account SELECT * FROM json_populate_recordset(NULL::office_account, $1)', [JSON.stringify(accounts)]);
  expect(await reads()).toMatchObject([{ hasAccount: false }]);
});

describe('what came of a suggestion (W2.3)', () => {
  const act = (id: string, verb: string, body: object) => complaints.ask(`POST /api/suggestions/${id}/${verb}`, office.lead, body);
  async function answered(more: object): Promise<string> {
    const { id } = (await complaints.ask('POST /api/suggestions', office.desk, { words: '大堂放伞架', siteId: office.siteId, ...more })).body;
    await accepted(id);
    return id;
  }
  async function accepted(id: string): Promise<void> {
    await act(id, 'review', { opinion: '可行' });
    await act(id, 'adopt', { plan: '十二月采购', ownerId: office.technician.personId, dueAt: office.inDays(20) });
    await act(id, 'answer', { how: 'telephone', answer: '已采纳' });
  }
  const contact = { name: '李四', phone: '13800000000' };

  it('is told by somebody whom no account tells, who says how; of nobody known nobody is asked', async () => {
    for (const more of [{ contact }, { onBehalfOf: known }]) {
      const id = await answered(more);
      expect((await act(id, 'carry-out', { outcome: '已放置' })).body).toMatchObject({ status: 400, code: 'outcome-way-missing', errors: [{ pointer: '/how' }] });
      expect((await act(id, 'carry-out', { outcome: '已放置', how: 'visit' })).body).toMatchObject({ status: 'carried-out' });
      expect(await complaints.rows('SELECT outcome_how FROM suggestion WHERE id = $1', [id])).toEqual([{ outcome_how: 'visit' }]);
    }
    // Nobody knows who called: there is nobody to tell.
    const converted = (caller?: 'stranger' | 'unknown') => {
      const [contactId, objectId] = [newId(), newId()];
      return announced('reception.contact-converted.v1', contactId, office.siteId, {
        number: 'Q-20261123-10001', contactId, to: 'suggestion', objectId, channel: 'call', description: '大堂放伞架', reporterId: null, introduced: false, location: null, attachmentIds: [], ...(caller && { caller }),
      });
    };
    for (const [caller, status] of [['unknown', 200], ['stranger', 400], [undefined, 400]] as const) {
      const event = converted(caller);
      await complaints.hear(event, ['complaints__converted_v1']);
      const id = event.data.objectId;
      await accepted(id);
      expect([caller, (await act(id, 'carry-out', { outcome: '已放置' })).status]).toEqual([caller, status]);
    }
    for (const more of [{}, { onBehalfOf: office.resident.personId }]) expect((await act(await answered(more), 'carry-out', { outcome: '已放置' })).status).toBe(200);
  });
});
