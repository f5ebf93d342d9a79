import type { Principal } from '@property-office/contracts';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
});
afterAll(() => complaints.close());

const byStranger = (more: object = {}) => office.recorded({ contact: { name: '李四', phone: '13800000000' }, ...more }, office.desk);

describe('who handles what two complaints become (W2.3)', () => {
  it('is not who complained in the one that is merged, though they answer for whom it is about', async () => {
    await office.answersFor(office.technician, office.head);
    await office.answersFor(office.head, office.director);
    const id = await office.recorded({ kind: 'attitude', onBehalfOf: office.head.personId, aboutPersonIds: [office.technician.personId] }, office.desk);
    const into = await office.recorded({ kind: 'attitude' });
    await office.mergedIn(id, into);
    expect((await office.read(into)).body.handlerId).toBe(office.director.personId);
  });

  it('nor where nobody else is left: then somebody has to be assigned', async () => {
    await office.answersFor(office.technician, office.head);
    const id = await office.recorded({ kind: 'attitude', onBehalfOf: office.head.personId, aboutPersonIds: [office.technician.personId] }, office.desk);
    const into = await office.recorded({ kind: 'attitude' });
    await office.mergedIn(id, into);
    expect((await office.read(into)).body.handlerId).toBeNull();
  });
});

describe('the homes of who complained twice of one matter (W2.3)', () => {
  it('count, also one that was told in the other complaint alone', async () => {
    const [id, into] = [await office.recorded({ homeId: office.homes[0] }), await office.recorded({ onBehalfOf: office.resident.personId }, office.desk)];
    for (const home of [1, 2, 3]) await office.mergedIn(await byStranger({ homeId: office.homes[home] }), into);
    // Who named no home is a household of their own; the home they named elsewhere is this one.
    expect((await office.read(into)).body.households).toBe(4);
    await office.mergedIn(id, into);
    expect((await office.read(into)).body.households).toBe(4);
    await office.mergedIn(await byStranger({ homeId: office.homes[0] }), into);
    expect((await office.read(into)).body).toMatchObject({ households: 4, major: false });
    // Another home of theirs is a household of its own, whoever else of it complains.
    await office.mergedIn(await office.recorded({ homeId: office.homes[4], onBehalfOf: office.resident.personId }, office.desk), into);
    await office.mergedIn(await byStranger({ homeId: office.homes[4] }), into);
    expect((await office.read(into)).body).toMatchObject({ households: 5, majorBecause: ['five-households'] });
  });
});

describe('one extension (W2.3)', () => {
  const asked = (id: string, who: Principal) => office.act(id, 'request-extension', who, { until: office.inDays(6), reason: '等配件' });
  const promised = async (id: string) => {
    await office.verified(id);
    await office.does(id, 'decide', office.desk, { decision: 'ours', reason: 'x' });
    await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(2) });
  };
  const extended = async (id: string) => {
    await promised(id);
    await office.does(id, 'request-extension', office.desk, { until: office.inDays(4), reason: '等配件' });
    await office.does(id, 'approve-extension', office.lead, { approved: true });
    await office.does(id, 'announce-extension', office.desk, { how: 'telephone' });
  };
  const used = { status: 409, code: 'extension-used' };

  it('is used for a complaint that goes on for one that was extended, and for whatever that goes on for', async () => {
    const [id, into, last] = [await office.recorded(), await office.recorded(), await office.recorded()];
    await extended(id);
    await promised(last);
    await office.mergedIn(id, into);
    await promised(into);
    expect((await asked(into, office.desk)).body).toMatchObject(used);
    await office.mergedIn(into, last);
    expect((await asked(last, office.desk)).body).toMatchObject(used);
  });

  it('nor is one that was asked for or approved before said yes to, or announced, afterwards', async () => {
    const [id, waiting, approved] = [await office.recorded(), await office.recorded(), await office.recorded()];
    for (const into of [waiting, approved]) {
      await promised(into);
      expect((await asked(into, office.desk)).status).toBe(200);
    }
    await office.does(approved, 'approve-extension', office.lead, { approved: true });
    await extended(id);
    await office.mergedIn(id, waiting);
    expect((await office.act(waiting, 'approve-extension', office.lead, { approved: true })).body).toMatchObject(used);
    await office.does(waiting, 'approve-extension', office.lead, { approved: false });
    await office.mergedIn(waiting, approved);
    expect((await office.act(approved, 'announce-extension', office.desk, { how: 'telephone' })).body).toMatchObject(used);
  });

  it('is still to be had where one that was merged was refused its own', async () => {
    const [id, into] = [await office.recorded(), await office.recorded()];
    for (const each of [id, into]) await promised(each);
    expect((await asked(id, office.desk)).status).toBe(200);
    await office.mergedIn(id, into);
    expect((await asked(into, office.desk)).status).toBe(200);
  });
});
