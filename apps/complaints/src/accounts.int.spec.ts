import { newId } from '@property-office/kernel';
import { announced, ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

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
const hears = (type: 'directory.account-opened.v1' | 'directory.account-closed.v1', accountId: string, aggregateversion: number) =>
  complaints.hear(announced(type, accountId, office.siteId, { accountId, personId: known }, { aggregateversion }), ['complaints__accounts_v1']);

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

  it('is one of those whose silence ends it from when they can, and no longer when their account is closed', async () => {
    const [id, accountId] = [await group(), newId()];
    await complaints.later(threeDays);
    await hears('directory.account-opened.v1', accountId, 1);
    await complaints.later(1);
    expect(await statusOf(id)).toBe('closed');
    const early = await group();
    expect((await office.read(early)).body.complainants).toMatchObject([{ hasAccount: true }, { hasAccount: true }]);
    await hears('directory.account-closed.v1', accountId, 2);
    expect((await office.read(early)).body.complainants).toMatchObject([{ hasAccount: true }, { hasAccount: false }]);
    await complaints.later(threeDays);
    expect(await statusOf(early)).toBe('awaiting-feedback');
  });
});
