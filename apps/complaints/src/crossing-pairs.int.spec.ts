import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { crossings, type Crossing } from '@property-office/service-testing';
import { ComplaintsUnderTest } from './complaints.fixture';
import { afterFact, afterMove, complaintFacts, complaintMachine, complaintMoves, complaintStates, type ComplaintFact, type ComplaintMove, type ComplaintState } from './domain/complaint-states';
import { finalLevel } from './domain/levels';
import { Office } from './office.fixture';

/** After the final decision a complainant dissents, before it they dispute: these never meet at one case. */
const finally_ = ['dissent', 'follow-up-dissent'];
const beforeThat = ['dispute', 'follow-up-unsatisfied'];
const pairs = crossings(complaintMachine, { facts: complaintFacts }).filter(
  ({ order }) => !(order.some((each) => finally_.includes(each)) && order.some((each) => beforeThat.includes(each))),
);
const isMove = (trigger: string): trigger is ComplaintMove => (complaintMoves as readonly string[]).includes(trigger);

interface Stand {
  state: ComplaintState;
  round: number;
}

/** Where the tables lead. A follow-up tells of the first round; a repair belongs to none. */
function after({ state, round }: Stand, trigger: string): Stand & { taken: boolean } {
  const ofAnother = trigger.startsWith('follow-up-') && round !== 1;
  const next = isMove(trigger) ? afterMove(state, trigger) : ofAnother ? undefined : afterFact(state, trigger as ComplaintFact);
  return { state: next ?? state, round: next === 'disputed' && state !== 'disputed' ? round + 1 : round, taken: next !== undefined };
}

describe('facts that cross (events.md), every pair that the state table makes possible', () => {
  let complaints: ComplaintsUnderTest;
  let office: Office;
  let other: Principal;

  beforeAll(async () => {
    complaints = await ComplaintsUnderTest.open();
    office = await Office.open(complaints);
    other = office.holding('director');
    await office.register(other);
  });
  afterAll(() => complaints.close());

  /**
   * A case in a state, with a handler and all that people have said until then; at its last level where its end is the
   * question. A repair that it waited for is finished, which the other reaction has noted before.
   */
  async function standing(state: ComplaintState, order: Crossing['order']): Promise<{ id: string; repair?: string }> {
    const id = await office.recorded();
    await complaints.rows(
      `UPDATE complaint SET state = $2, level = $3, handler_id = $4, handler_ids = ARRAY[$4::uuid], findings = '查看了记录',
         decision = CASE WHEN $2 = 'decided' THEN 'unfounded' ELSE 'ours' END, decision_reason = '漏扫', decided_by = $4, decided_at = happened_at,
         apology = '对不起', promised_at = happened_at + interval '2 days', explanation = '查无此事', result = '已补扫',
         feedback_how = 'telephone', feedback_words = '知道了', feedback_at = happened_at - interval '5 days',
         answer = CASE WHEN $2 = 'closed' THEN 'accepted' END,
         merged_into = CASE WHEN $2 = 'merged' THEN $5::uuid END, merged_into_number = CASE WHEN $2 = 'merged' THEN 'C-1' END, merge_reason = CASE WHEN $2 = 'merged' THEN '同一事项' END
       WHERE id = $1`,
      [id, state, order.some((each) => finally_.includes(each)) ? finalLevel : 0, office.director.personId, state === 'merged' ? await office.recorded() : null],
    );
    if (!order.includes('repair-finished')) return { id };
    const repair = await office.repair();
    await complaints.rows('INSERT INTO linked_repair (complaint_id, repair_request_id) VALUES ($1, $2)', [id, repair]);
    await complaints.rows('UPDATE known_repair SET finished = true WHERE id = $1', [repair]);
    return { id, repair };
  }

  /** After a dispute it is somebody new, who is no less than the director who had it. */
  async function handlerOf(id: string): Promise<Principal> {
    const [row] = await complaints.rows<{ handler_id: string | null }>('SELECT handler_id FROM complaint WHERE id = $1', [id]);
    if (row!.handler_id === null) await office.does(id, 'assign', office.company, { handlerId: other.personId });
    return [office.director, other].find(({ personId }) => personId === row!.handler_id) ?? other;
  }

  /** Some days ago, as whatever else of a case was said; what each of those who have not answered says. */
  async function unanswered(id: string): Promise<string[]> {
    await complaints.rows(`UPDATE complainant SET joined_at = joined_at - interval '9 days' WHERE complaint_id = $1 AND joined_at > platform.now() - interval '5 days'`, [id]);
    const rows = await complaints.rows<{ id: string }>('SELECT id FROM complainant k WHERE complaint_id = $1 AND NOT EXISTS (SELECT 1 FROM complainant_answer a WHERE a.complainant_id = k.id) ORDER BY person_id NULLS FIRST', [id]);
    return rows.map((row) => row.id);
  }

  async function does(id: string, move: ComplaintMove): Promise<number> {
    const { company, desk2, resident, technician } = office;
    const by = async (verb: string, body: object, who?: Principal) => (await office.act(id, verb, who ?? (await handlerOf(id)), body)).status;
    switch (move) {
      case 'acknowledge': return by('acknowledge', {});
      case 'verify': return by('verify', { findings: '再次查看' });
      case 'decide': return by('decide', { decision: 'ours', reason: '漏扫' });
      case 'begin-handling':
        // Found unfounded, which is explained, until somebody finds that it is ours.
        await complaints.rows(`UPDATE complaint SET decision = 'ours' WHERE id = $1 AND state = 'decided'`, [id]);
        return by('begin-handling', { apology: '对不起', promisedAt: office.inDays(2) });
      case 'explain': return by('explain', { explanation: '查无此事' });
      case 'work-on': return by('tasks', { what: '补扫', ownerId: office.desk.personId, dueAt: office.inDays(1) });
      case 'record-result': return by('result', { result: '已补扫' });
      case 'give-feedback': return by('feedback', { how: 'telephone', words: '好' });
      case 'hear-one': {
        await complaints.rows(`INSERT INTO complainant (id, complaint_id, joined_at) VALUES (gen_random_uuid(), $1, platform.now())`, [id]);
        // Whoever has an account: for the other one it waits.
        const complainantId = (await unanswered(id)).at(-1);
        return by('answer', { answer: 'accepted', complainantId, how: 'telephone' }, desk2);
      }
      case 'accept': {
        let last = 0;
        for (const complainantId of await unanswered(id)) last = await by('answer', { answer: 'accepted', complainantId, how: 'telephone' }, desk2);
        return last || by('answer', { answer: 'accepted' }, desk2);
      }
      case 'give-up':
        await unanswered(id);
        return by('answer', { answer: 'no-answer' }, desk2);
      case 'dispute':
      case 'dissent': return by('answer', { answer: 'disputed', words: '没有解决' }, resident);
      case 'assign': return by('assign', { handlerId: other.personId }, company);
      case 'correct-about': return by('correct-about', { aboutPersonIds: [technician.personId], aboutCrewIds: [], reason: '记错了人' }, office.lead);
      case 'extend': return by('request-extension', { until: office.inDays(40), reason: '等材料' });
      case 'join': return by('join', { contact: { name: '李四', phone: '13800000000' } }, desk2);
      case 'merge': return by('merge', { into: await office.recorded(), reason: '同一事项' }, office.lead);
      case 'take-over': {
        const double = await office.recorded();
        return (await office.act(double, 'merge', office.lead, { into: id, reason: '同一事项' })).status;
      }
      case 'tell-one': {
        const taskId = newId();
        await complaints.rows(
          `INSERT INTO complaint_task (id, complaint_id, what, owner_id, due_at, recorded_at, complainant_id)
           SELECT $1, $2, '告知', $3, platform.now(), platform.now(), id FROM complainant WHERE complaint_id = $2 LIMIT 1`,
          [taskId, id, desk2.personId],
        );
        return by('finish-task', { taskId, done: '已告知' }, desk2);
      }
      case 'make-major': return by('mark-major', { reason: '情绪激动' }, office.lead);
    }
  }

  async function hears(id: string, repair: string | undefined, fact: ComplaintFact): Promise<void> {
    if (fact === 'repair-finished') return office.repairResolved(repair!);
    return office.outcome(id, fact === 'follow-up-dissent' ? 'unsatisfied' : (fact.slice('follow-up-'.length) as 'satisfied'));
  }

  async function meet({ from, order }: Crossing) {
    const { id, repair } = await standing(from as ComplaintState, order);
    let now: Stand = { state: from as ComplaintState, round: 1 };
    const answers: number[] = [];
    const expected: number[] = [];
    let late = 0;
    for (const trigger of order) {
      const next = after(now, trigger);
      if (isMove(trigger)) {
        answers.push(await does(id, trigger));
        expected.push(next.taken ? 200 : 409);
      } else {
        await hears(id, repair, trigger as ComplaintFact);
        if (!next.taken) late += 1;
      }
      now = { state: next.state, round: next.round };
    }
    const [row] = await complaints.rows(
      `SELECT state, round, count(*)::int = c.version AS gapless, (count(*) FILTER (WHERE type = 'complaints.fact-came-too-late.v1'))::int AS late
       FROM complaint c JOIN ledger ON aggregate_id = c.id WHERE c.id = $1 GROUP BY c.id`,
      [id],
    );
    return { ended: { from, order, answers, ...row }, should: { from, order, answers: expected, ...now, gapless: true, late } };
  }

  it.each(complaintStates)('ends as the table says in both orders, what was too late is recorded, from %s', async (state) => {
    const all = pairs.filter(({ from }) => from === state);
    expect(all.length).toBeGreaterThan(0);
    const met = [];
    // A few at once: they are different cases.
    for (let at = 0; at < all.length; at += 4) met.push(...(await Promise.all(all.slice(at, at + 4).map(meet))));
    expect(met.map(({ ended }) => ended)).toEqual(met.map(({ should }) => should));
  });
});
