import type { Principal } from '@property-office/contracts';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;
let second: Principal;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
  second = office.holding('resident', { homes: [office.homes[1]!] });
});
afterAll(() => complaints.close());

const says = (id: string, who: Principal, body: object) => office.act(id, 'answer', who, body);
const complainantsOf = async (id: string) => (await office.read(id)).body.complainants as Array<{ id: string; hasAccount: boolean; words: string | null; answer: { answer: string; words: string } | null }>;
const idOf = async (id: string, which: number) => (await complainantsOf(id))[which]!.id;

/** Two residents and a stranger, in this order, of whom none has answered. */
async function group(): Promise<string> {
  const id = await office.recorded({ homeId: office.homes[0] });
  await office.does(id, 'join', office.desk, { personId: second.personId, homeId: office.homes[1], words: '我家也是' });
  await office.does(id, 'join', office.desk, { homeId: office.homes[2], contact: { name: '李四', phone: '13800000000' } });
  await office.answered(id);
  return id;
}

describe('each of several complainants answers for themselves (W2.3)', () => {
  it('and the case is closed when none is left who has not', async () => {
    const id = await group();
    expect((await says(id, office.resident, { answer: 'accepted', words: '满意' })).body).toMatchObject({ status: 'awaiting-feedback', answer: null });
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.complaint-answered.v1', data: { answered: 1, complainants: 3 } });
    expect((await says(id, office.resident, { answer: 'accepted' })).body).toMatchObject({ status: 409, code: 'already-answered' });
    expect((await says(id, second, { answer: 'accepted' })).body).toMatchObject({ status: 'awaiting-feedback' });
    const stranger = { answer: 'accepted', complainantId: await idOf(id, 2), words: '可以' };
    expect((await says(id, office.desk2, stranger)).body).toMatchObject({ status: 400, code: 'answer-way-missing' });
    expect((await says(id, office.desk2, { ...stranger, how: 'telephone' })).body).toMatchObject({ status: 'closed', answer: 'accepted' });
    const closed = (await complaints.events(id)).at(-1)!;
    expect(closed.data).toMatchObject({ answer: 'accepted', answers: { accepted: 3, disputed: 0, noAnswer: 0 } });
    expect(JSON.stringify(await complaints.events(id))).not.toMatch(new RegExp(`满意|可以|${second.personId}`));
    expect((await office.read(id)).body.file.answers).toMatchObject([{ answer: 'accepted', words: '满意', how: null }, { words: null }, { how: 'telephone', words: '可以' }]);
  });

  it.each([['the first', 0], ['another', 1]])('and a dispute by %s of them takes it one level up for all', async (_, which) => {
    const id = await group();
    await says(id, [second, office.resident][which]!, { answer: 'accepted' });
    expect((await says(id, [office.resident, second][which]!, { answer: 'disputed', words: '没修好' })).body).toMatchObject({ status: 'disputed', level: 1, round: 2 });
    await office.answered(id, office.lead);
    // Whoever accepted the former result has not answered to this one.
    expect((await complainantsOf(id)).map(({ answer }) => answer)).toEqual([null, null, null]);
    expect((await office.read(id)).body.file.answers).toMatchObject([{ round: 1, answer: 'accepted' }, { round: 1, answer: 'disputed', words: '没修好' }]);
  });

  it('nobody for another, whoever came first; and nobody sees what another said', async () => {
    const id = await group();
    const other = await idOf(id, 1);
    expect((await says(id, office.resident, { answer: 'accepted', complainantId: other })).body).toMatchObject({ status: 403, code: 'answer-of-another' });
    await says(id, second, { answer: 'accepted', words: '二号的话' });
    for (const who of [office.resident, second]) {
      const { body } = await office.read(id, who);
      expect({ file: body.file, seen: body.complainants.length, said: JSON.stringify(body).includes('二号的话') }).toEqual({ file: null, seen: 1, said: who === second });
    }
    expect((await complainantsOf(id)).map(({ answer }) => answer?.words ?? null)).toEqual([null, '二号的话', null]);
  });

  it('the desk says whose answer it records', async () => {
    const id = await group();
    const by = { how: 'visit' };
    expect((await says(id, office.desk2, { answer: 'accepted', ...by })).body).toMatchObject({ status: 400, code: 'answer-of-whom' });
    expect((await says(id, office.desk2, { answer: 'accepted', complainantId: office.siteId, ...by })).body).toMatchObject({ status: 400, code: 'complainant-unknown' });
    expect((await says(id, office.desk, { answer: 'accepted', complainantId: await idOf(id, 0), ...by })).body).toMatchObject({ status: 403, code: 'own-answer' });
    for (const which of [0, 1]) await office.does(id, 'answer', office.desk2, { answer: 'accepted', complainantId: await idOf(id, which), ...by });
    // Only one is left.
    expect((await says(id, office.desk2, { answer: 'accepted', ...by })).body).toMatchObject({ status: 'closed' });
  });

  it('who said nothing for three days is waited for no longer once somebody answers, unless no account told them', async () => {
    const id = await group();
    await complaints.later(3 * 86_400 + 60);
    expect((await says(id, office.resident, { answer: 'accepted' })).body).toMatchObject({ status: 'awaiting-feedback' });
    expect((await says(id, office.desk2, { answer: 'no-answer', complainantId: await idOf(id, 2) })).body).toMatchObject({ status: 'closed', answer: 'accepted' });
    expect((await complaints.events(id)).at(-1)!.data).toMatchObject({ answers: { accepted: 1, disputed: 0, noAnswer: 2 } });
    // A word after closing reaches somebody.
    expect((await says(id, second, { answer: 'disputed' })).body).toMatchObject({ status: 'disputed' });
  });

  it('who stays silent after the others answered is waited for until they had three days, and it is closed by itself', async () => {
    const id = await group();
    await says(id, office.resident, { answer: 'accepted' });
    await office.does(id, 'answer', office.desk2, { answer: 'accepted', complainantId: await idOf(id, 2), how: 'telephone' });
    await complaints.later(86_400);
    const third = office.holding('resident', { homes: [office.homes[3]!] });
    await office.does(id, 'join', office.desk, { personId: third.personId, homeId: office.homes[3] });
    await complaints.later(2 * 86_400 + 60);
    expect((await office.read(id)).body.status).toBe('awaiting-feedback');
    await complaints.later(86_400);
    expect((await office.read(id)).body).toMatchObject({ status: 'closed', answer: 'accepted' });
    expect((await complaints.events(id)).at(-1)).toMatchObject({ actor_role: 'system', data: { answers: { accepted: 2, disputed: 0, noAnswer: 2 } } });
  });

  it('nor is a later round closed by the time of one that was disputed, nor what nobody answered', async () => {
    const id = await office.recorded();
    await office.does(id, 'join', office.desk, { personId: second.personId });
    await office.answered(id);
    await says(id, office.resident, { answer: 'accepted' });
    await office.does(id, 'answer', second, { answer: 'disputed' });
    await office.answered(id, office.lead);
    await complaints.later(4 * 86_400);
    expect((await office.read(id)).body).toMatchObject({ status: 'awaiting-feedback', round: 2 });
  });

  it('nobody is given up before they had three days, also who joined after the feedback', async () => {
    const id = await group();
    expect((await says(id, office.desk2, { answer: 'no-answer' })).body).toMatchObject({ status: 409, code: 'too-soon-to-give-up' });
    await complaints.later(2 * 86_400);
    await office.does(id, 'join', office.desk, { contact: { name: '王五', phone: '13800000001' } });
    await complaints.later(86_400 + 60);
    expect((await says(id, office.desk2, { answer: 'no-answer' })).body).toMatchObject({ code: 'too-soon-to-give-up' });
    expect((await says(id, office.desk2, { answer: 'no-answer', complainantId: await idOf(id, 2) })).body).toMatchObject({ status: 'awaiting-feedback' });
    await complaints.later(2 * 86_400);
    expect((await says(id, office.desk2, { answer: 'no-answer' })).body).toMatchObject({ status: 'closed', answer: 'no-answer' });
  });

  it('of whom something is on record in this round nobody records that they said nothing', async () => {
    const id = await group();
    await says(id, second, { answer: 'accepted' });
    await complaints.later(3 * 86_400 + 60);
    expect((await says(id, office.desk2, { answer: 'no-answer', complainantId: await idOf(id, 1) })).body).toMatchObject({ status: 409, code: 'already-answered' });
    expect((await complainantsOf(id))[1]!.answer).toMatchObject({ answer: 'accepted' });
  });

  it('decided finally, one who does not accept it dissents, and it is closed when all have answered', async () => {
    const id = await group();
    for (const handler of [office.lead, office.head, office.director]) {
      await office.does(id, 'answer', second, { answer: 'disputed' });
      await office.answered(id, handler);
    }
    expect((await says(id, second, { answer: 'disputed', words: '仍不认可' })).body).toMatchObject({ status: 'awaiting-feedback', level: 3 });
    await office.does(id, 'answer', office.resident, { answer: 'accepted' });
    expect((await says(id, office.desk2, { answer: 'accepted', complainantId: await idOf(id, 2), how: 'telephone' })).body).toMatchObject({ status: 'closed', answer: 'dissent' });
    // Each hears that it is closed, and reads what they said themselves: not that another dissents.
    const rows = await complaints.rows(`SELECT person_id FROM complainant_notice WHERE case_id = $1 AND kind = 'complaint-closed'`, [id]);
    expect(rows.map((row) => row['person_id']).sort()).toEqual([office.resident.personId, second.personId].sort());
    const answerTo = async (who: Principal) => [(await office.read(id, who)).body.answer, (await complaints.ask('GET /api/complaints', who)).body.items[0].answer];
    expect([await answerTo(office.resident), await answerTo(second), (await office.read(id)).body.answer]).toEqual([['accepted', 'accepted'], ['dissent', 'dissent'], 'dissent']);
  });

  it('two last answers at once close it once', async () => {
    const id = await group();
    await office.does(id, 'answer', office.desk2, { answer: 'accepted', complainantId: await idOf(id, 2), how: 'telephone' });
    const told = await Promise.all([office.resident, second].map((who) => says(id, who, { answer: 'accepted' })));
    expect(told.map(({ status }) => status)).toEqual([200, 200]);
    expect((await complaints.told(id)).slice(-2)).toEqual(['complaint-answered', 'complaint-closed']);
  });
});

describe('whom it is about, in the words of a resident (W2.3)', () => {
  const said = { aboutWords: '3号楼那个高个子保洁' };

  it('is for the desk to read, which says who that is before it is decided', async () => {
    const id = await office.recorded(said);
    await office.does(id, 'join', office.desk, { personId: second.personId });
    const aboutWords = async (who: Principal) => (await office.read(id, who)).body.complainants[0].aboutWords;
    expect([await aboutWords(office.desk), await aboutWords(office.resident), await aboutWords(second)]).toEqual([said.aboutWords, said.aboutWords, null]);
    await office.verified(id, office.head);
    expect(await aboutWords(office.head)).toBeNull();
    expect((await office.act(id, 'decide', office.head, { decision: 'ours', reason: 'x' })).body).toMatchObject({ status: 409, code: 'about-open' });
    await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [office.technician.personId], aboutCrewIds: [], reason: '班长辨认' });
    for (const who of [office.technician, office.mate]) expect((await office.read(id, who)).status).toBe(404);
    expect((await office.does(id, 'decide', office.head, { decision: 'ours', reason: 'x' })).status).toBe('decided');
    expect(JSON.stringify(await complaints.events(id))).not.toContain('高个子');
  });

  it('takes it from whoever handles it and is named, and gives a matter of attitude to their superior', async () => {
    await office.answersFor(office.desk, office.head);
    const id = await office.recorded({ ...said, kind: 'attitude' });
    await office.does(id, 'assign', office.lead, { handlerId: office.desk.personId });
    expect(await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [office.desk.personId], aboutCrewIds: [], reason: '查明' })).toMatchObject({ handlerId: office.head.personId });
    expect((await office.read(id, office.desk)).status).toBe(404);
  });

  it('or why it is nobody of ours; whoever is named at once is settled', async () => {
    const id = await office.recorded(said);
    await office.verified(id);
    await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [], aboutCrewIds: [], reason: '是外来施工人员' });
    expect((await office.read(id)).body.file).toMatchObject({ aboutOpen: false, corrections: [{ reason: '是外来施工人员' }] });
    await office.does(id, 'decide', office.desk, { decision: 'not-ours', reason: 'x' });
    const named = await office.recorded({ ...said, aboutPersonIds: [office.technician.personId] });
    expect((await office.read(named)).body.file).toMatchObject({ aboutOpen: false });
  });

  it('by somebody else than who handles it or has, and than whom it names: it may be they who are meant', async () => {
    const id = await office.recorded(said);
    await office.does(id, 'assign', office.lead, { handlerId: office.desk2.personId });
    await office.verified(id);
    const nobody = { aboutPersonIds: [], aboutCrewIds: [], reason: '无此人' };
    const settles = async (who: Principal, body: object) => (await office.act(id, 'correct-about', who, body)).body;
    const own = { status: 403, code: 'about-own' };
    for (const who of [office.desk, office.desk2]) expect(await settles(who, nobody)).toMatchObject(own);
    const deputy = office.holding('clerk', { deputyships: [{ forPersonId: office.desk.personId, kind: 'approvals', roles: office.desk.roles }] });
    expect(await settles(deputy, nobody)).toMatchObject(own);
    const mate = { ...office.mate, roles: office.lead.roles };
    expect(await settles(office.lead, { ...nobody, aboutPersonIds: [office.lead.personId] })).toMatchObject(own);
    expect(await settles(mate, { ...nobody, aboutCrewIds: [office.crew] })).toMatchObject(own);
    expect((await office.read(id)).body.file).toMatchObject({ aboutOpen: true, corrections: [] });
    expect(await settles(office.lead, nobody)).toMatchObject({ status: 'verifying' });
  });

  it('who says that it is nobody of ours does not decide it', async () => {
    const id = await office.recorded(said);
    await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [], aboutCrewIds: [], reason: '无此人' });
    await office.verified(id, office.lead);
    const decides = (who: Principal) => office.act(id, 'decide', who, { decision: 'unfounded', reason: 'x' });
    expect((await decides(office.lead)).body).toMatchObject({ status: 403, code: 'about-settled-by-own' });
    await office.does(id, 'assign', office.lead, { handlerId: office.desk.personId });
    expect((await decides(office.desk)).body).toMatchObject({ status: 'decided' });
  });
});
