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

const dispute = (id: string) => office.does(id, 'answer', office.resident, { answer: 'disputed', words: '没有解决' });

describe('a disputed complaint (W2.3)', () => {
  it('goes one level up to somebody new, twice, then to the director, who decides finally', async () => {
    const id = await office.recorded();
    await office.answered(id);
    expect(await dispute(id)).toMatchObject({ status: 'disputed', statusName: 'disputed', level: 1, round: 2, handlerId: null, decision: null });
    expect(await office.act(id, 'assign', office.lead, { handlerId: office.desk.personId })).toMatchObject({ status: 409, body: { code: 'handler-before' } });
    expect(await office.act(id, 'assign', office.lead, { handlerId: office.desk2.personId })).toMatchObject({ status: 409, body: { code: 'handler-unfit' } });
    await office.answered(id, office.lead);
    expect(await dispute(id)).toMatchObject({ level: 2, round: 3 });
    await office.answered(id, office.head);
    expect(await dispute(id)).toMatchObject({ level: 3, round: 4 });
    expect((await complaints.events(id)).at(-1)!.data).toMatchObject({ final: true, because: 'complainant' });
    expect(await office.act(id, 'assign', office.director, { handlerId: office.head.personId })).toMatchObject({ status: 409 });
    await office.answered(id, office.director);
    expect(await dispute(id)).toMatchObject({ status: 'closed', answer: 'dissent', level: 3 });
    expect(await office.act(id, 'answer', office.resident, { answer: 'disputed' })).toMatchObject({ status: 409, body: { code: 'finally-decided' } });
    const { body } = await office.read(id);
    expect(body.file.pastRounds).toMatchObject([
      { round: 1, level: 0, handlerId: office.desk.personId, fields: { apology: '对不起', answerWords: '没有解决' } },
      { round: 2, level: 1, handlerId: office.lead.personId },
      { round: 3, level: 2, handlerId: office.head.personId },
    ]);
  });

  it('stays with somebody new: nobody of a round before the dispute has it again, whatever its state by then', async () => {
    const id = await office.recorded();
    const assigns = (handler: typeof office.desk) => office.act(id, 'assign', office.company, { handlerId: handler.personId });
    const before = { status: 409, body: { code: 'handler-before' } };
    await office.does(id, 'assign', office.company, { handlerId: office.head.personId });
    await office.answered(id);
    expect((await assigns(office.head)).status).toBe(200);
    expect((await assigns(office.desk)).status).toBe(200);
    await dispute(id);
    await office.does(id, 'assign', office.company, { handlerId: office.lead.personId });
    for (const handler of [office.desk, office.head]) expect(await assigns(handler)).toMatchObject(before);
    await office.does(id, 'verify', office.lead, { findings: '再次核实' });
    expect(await assigns(office.head)).toMatchObject(before);
    await office.does(id, 'decide', office.lead, { decision: 'ours', reason: '漏扫' });
    expect(await assigns(office.head)).toMatchObject(before);
    // Within one round a case may come back to whoever has passed it on.
    expect((await assigns(office.director)).status).toBe(200);
    expect((await assigns(office.lead)).status).toBe(200);
  });

  it('goes to nobody who ranks below whoever had it, though that were one level up', async () => {
    const id = await office.recorded();
    await office.answered(id, office.head);
    expect(await dispute(id)).toMatchObject({ level: 1, handlerId: null });
    const { status, body } = await office.act(id, 'assign', office.company, { handlerId: office.lead.personId });
    expect({ status, ...body }).toMatchObject({ status: 409, code: 'handler-unfit', detail: expect.stringMatching(/department head.*director/) });
    await office.answered(id, office.director);
    expect(await dispute(id)).toMatchObject({ level: 2, handlerId: null });
    const equal = office.holding('department-head');
    await office.register(equal);
    expect((await office.act(id, 'assign', office.company, { handlerId: equal.personId })).body).toMatchObject({ status: 409, code: 'handler-unfit' });
    expect((await office.act(id, 'assign', office.company, { handlerId: office.company.personId })).status).toBe(200);
  });

  it('nor to a superior below them, where it is corrected to be about somebody else', async () => {
    await office.answersFor(office.technician, office.lead);
    await office.answersFor(office.lead, office.director);
    const id = await office.recorded({ kind: 'attitude' });
    await office.answered(id, office.head);
    await dispute(id);
    const about = { aboutPersonIds: [office.technician.personId], aboutCrewIds: [], reason: '业主指认' };
    expect(await office.does(id, 'correct-about', office.company, about)).toMatchObject({ handlerId: office.director.personId });
  });

  it('that becomes a major one goes past a director who had it before the dispute', async () => {
    const id = await office.recorded();
    await office.answered(id, office.director);
    await dispute(id);
    expect(await office.does(id, 'mark-major', office.lead, { reason: '业主群情绪激动' })).toMatchObject({ handlerId: office.company.personId });
  });

  it('is not possible before there was any feedback', async () => {
    const id = await office.recorded();
    await office.verified(id);
    await office.does(id, 'decide', office.desk, { decision: 'unfounded', reason: 'x' });
    await office.does(id, 'explain', office.desk, { explanation: '查无此事' });
    expect(await office.act(id, 'answer', office.resident, { answer: 'disputed' })).toMatchObject({ status: 409, body: { code: 'feedback-missing' } });
  });

  it('also after it was accepted and closed: a word after closing reaches somebody (what the closest systems get wrong: a comment after closing reaches nobody)', async () => {
    const id = await office.recorded();
    await office.closed(id);
    expect(await dispute(id)).toMatchObject({ status: 'disputed', round: 2, level: 1 });
  });

  it('a former handler sees it no more by having handled it', async () => {
    const own = office.holding('department-head');
    await office.register(own);
    const id = await office.recorded();
    await office.answered(id, own);
    expect((await office.read(id, own)).status).toBe(200);
    await dispute(id);
    expect((await office.read(id, own)).status).toBe(404);
  });
});

describe('"not satisfied" still closes the job (what the closest systems get wrong)', () => {
  it('never here: the case goes one level up, and nobody has it who had it before', async () => {
    const id = await office.recorded();
    await office.closed(id);
    await office.outcome(id, 'unsatisfied');
    expect((await office.read(id)).body).toMatchObject({ status: 'disputed', level: 1, round: 2, handlerId: null });
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.complaint-disputed.v1', data: { because: 'follow-up' } });
  });

  it('after the final decision it stays closed, and the dissent is on record', async () => {
    const id = await office.recorded();
    for (const handler of [office.desk, office.lead, office.head]) {
      await office.answered(id, handler);
      await dispute(id);
    }
    await office.answered(id, office.director);
    await office.does(id, 'answer', office.resident, { answer: 'accepted' });
    await office.outcome(id, 'unsatisfied', 4);
    expect((await office.read(id)).body).toMatchObject({ status: 'closed', level: 3 });
    expect((await complaints.told(id)).at(-1)).toBe('dissent-recorded');
  });
});

describe('facts that cross (events.md)', () => {
  const fact = {
    satisfied: (id: string) => office.outcome(id, 'satisfied'),
    unsatisfied: (id: string) => office.outcome(id, 'unsatisfied'),
    unreachable: (id: string) => office.outcome(id, 'unreachable'),
    dispute: async (id: string) => void (await office.act(id, 'answer', office.resident, { answer: 'disputed' })),
  };
  const ends: Array<[keyof typeof fact, keyof typeof fact, string, number]> = [
    ['dispute', 'unsatisfied', 'disputed', 2],
    ['dispute', 'satisfied', 'disputed', 2],
    ['dispute', 'unreachable', 'disputed', 2],
    ['satisfied', 'unsatisfied', 'disputed', 2],
  ];

  it.each(ends)('%s × %s, in both orders: %s once', async (one, other, status, round) => {
    for (const order of [[one, other], [other, one]] as const) {
      const id = await office.recorded();
      await office.closed(id);
      for (const each of order) await fact[each](id);
      expect((await office.read(id)).body).toMatchObject({ status, round, level: 1 });
      const [row] = await complaints.rows('SELECT version, (SELECT count(*)::int FROM ledger WHERE aggregate_id = id) AS events FROM complaint WHERE id = $1', [id]);
      expect(row!['events']).toBe(row!['version']);
      expect((await complaints.told(id)).filter((type) => type === 'complaint-disputed')).toHaveLength(1);
    }
  });

  it('a linked repair finished × closed: noted before, too late after', async () => {
    const before = await office.recorded();
    const repair = await office.repair();
    await office.verified(before);
    await office.does(before, 'decide', office.desk, { decision: 'ours', reason: 'x' });
    await office.does(before, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(1) });
    await office.does(before, 'link-repair', office.desk, { repairRequestId: repair });
    await office.repairResolved(repair);
    expect((await complaints.told(before)).at(-1)).toBe('linked-repair-finished');
    await office.does(before, 'result', office.desk, { result: '修好了' });
    await office.does(before, 'feedback', office.desk, { how: 'telephone', words: '好' });
    await office.does(before, 'answer', office.resident, { answer: 'accepted' });

    // The work of a reopened request ends after the case was closed.
    const version = (await office.read(before)).body.version;
    await complaints.rows(`UPDATE known_repair SET finished = false WHERE id = $1`, [repair]);
    await office.repairResolved(repair);
    expect((await office.read(before)).body).toMatchObject({ status: 'closed', version: version + 1 });
    expect((await complaints.events(before)).at(-1)).toMatchObject({ type: 'complaints.fact-came-too-late.v1', data: { fact: 'repair-finished', state: 'closed' } });
  });

  it('a complainant who ends the linked repair themselves is not named by it', async () => {
    const id = await office.recorded();
    const repair = await office.repair();
    await office.verified(id);
    await office.does(id, 'decide', office.desk, { decision: 'ours', reason: 'x' });
    await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(1) });
    await office.does(id, 'link-repair', office.desk, { repairRequestId: repair });
    await office.repairResolved(repair, office.resident.personId);
    const [row] = await complaints.rows(`SELECT actor_role, actor_id FROM ledger WHERE aggregate_id = $1 AND type = 'complaints.linked-repair-finished.v1'`, [id]);
    expect(row!['actor_role']).toBe('system');
    expect(row!['actor_id']).not.toBe(office.resident.personId);
  });

  it('dispute × close at once: one of them wins, the case ends as that says', async () => {
    const id = await office.recorded();
    await office.answered(id);
    const [closing, disputing] = await Promise.all([
      office.act(id, 'answer', office.desk2, { answer: 'accepted' }),
      office.act(id, 'answer', office.resident, { answer: 'disputed' }),
    ]);
    const { body } = await office.read(id);
    // A dispute is possible after the closing, an acceptance is not after a dispute: both orders end in the dispute.
    expect(disputing.status).toBe(200);
    expect([200, 409]).toContain(closing.status);
    expect(body).toMatchObject({ status: 'disputed', round: 2 });
  });

  it('close × extension, in both orders: what is closed is extended no more, what was extended is closed', async () => {
    const id = await office.recorded();
    await office.answered(id);
    await office.does(id, 'request-extension', office.desk, { until: office.inDays(5), reason: '复查' });
    await office.does(id, 'answer', office.resident, { answer: 'accepted' });
    expect(await office.act(id, 'approve-extension', office.lead, { approved: true })).toMatchObject({ status: 409, body: { code: 'complaint-move-illegal' } });

    const other = await office.recorded();
    await office.answered(other);
    await office.does(other, 'request-extension', office.desk, { until: office.inDays(5), reason: '复查' });
    await office.does(other, 'approve-extension', office.lead, { approved: true });
    expect(await office.does(other, 'answer', office.resident, { answer: 'accepted' })).toMatchObject({ status: 'closed' });
  });
});
