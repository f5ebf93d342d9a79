import { PeopleContacts } from '@property-office/backbone';
import { crossings, type Crossing } from '@property-office/service-testing';
import { ArchivesUnderTest } from '../archives.fixture';
import { DestructionOffice } from './destruction-office.fixture';
import { afterDestructionFact, afterDestructionMove, destructionMachine, destructionMoves, type DestructionMove, type DestructionState } from './domain/destruction-states';

/** A restore says the other fact, while no office runs. */
const pairs = crossings(destructionMachine, { facts: ['contents-wiped'] });
const isMove = (trigger: string): trigger is DestructionMove => (destructionMoves as readonly string[]).includes(trigger);

describe('what files says of a record, and what people do with its list (W4.4)', () => {
  let archives: ArchivesUnderTest;
  let office: DestructionOffice;

  beforeAll(async () => {
    archives = await ArchivesUnderTest.open();
    archives.part(PeopleContacts).phonesOf = () => Promise.resolve(new Map());
  });
  afterAll(() => archives?.close());

  async function standing(state: DestructionState, recordId: string): Promise<string> {
    if (state === 'applied') return office.applied([recordId]);
    if (state === 'approved') {
      const id = await office.approved([recordId]);
      await office.does(`/api/destructions/${id}/name-witness`, office.clerk, { witnessId: office.head.personId });
      return id;
    }
    if (state === 'witnessed') return office.witnessed([recordId]);
    throw new Error(`nothing meets in ${state}`);
  }

  const link = { name: '王建国', body: 'company', sentBy: 'chat', phone: '13900139000' };
  async function does(id: string, move: DestructionMove): Promise<number> {
    const how: Record<DestructionMove, () => Promise<{ status: number }>> = {
      approve: () => office.onList(id, 'approve', office.director),
      refuse: () => office.onList(id, 'refuse', office.director, { reason: '不' }),
      withdraw: () => office.onList(id, 'withdraw', office.clerk, { reason: '不' }),
      'name-witness': () => office.onList(id, 'name-witness', office.clerk, { witnessId: office.other.personId }),
      'issue-link': () => office.onList(id, 'witness-links', office.clerk, link),
      'revoke-link': async () => {
        const { body } = await office.onList(id, 'witness-links', office.clerk, link);
        return office.onList(id, `witness-links/${body.id}/revoke`, office.clerk);
      },
      witness: () => office.onList(id, 'witness', office.head),
      'carry-out': () => office.onList(id, 'carry-out', office.clerk),
    };
    return (await how[move]()).status;
  }

  async function meet({ from, order }: Crossing) {
    office = await new DestructionOffice(archives).open();
    const record = await office.due();
    const id = await standing(from as DestructionState, record.id);
    let now = from as DestructionState;
    const answers: boolean[] = [];
    const expected: boolean[] = [];
    for (const trigger of order) {
      const to = isMove(trigger) ? afterDestructionMove(now, trigger) : afterDestructionFact(now, 'contents-wiped');
      if (isMove(trigger)) {
        answers.push((await does(id, trigger)) < 300);
        expected.push(to !== undefined);
      } else await archives.hear(office.wiped(record.id));
      now = to ?? now;
    }
    const [row] = await archives.rows('SELECT state, version = (SELECT count(*)::int FROM ledger WHERE aggregate_id = d.id) AS gapless FROM destruction d WHERE id = $1', [id]);
    return { ended: { from, order, answers, ...row }, should: { from, order, answers: expected, state: now, gapless: true } };
  }

  const meeting = [...new Set(pairs.map(({ from }) => from))];

  it('meet wherever somebody is still waited for', () => expect(meeting).toEqual(['applied', 'approved', 'witnessed']));

  it.each(meeting)('end as the table says in both orders, from %s', async (state) => {
    const met = [];
    for (const crossing of pairs.filter(({ from }) => from === state)) met.push(await meet(crossing));
    expect(met.map(({ ended }) => ended)).toEqual(met.map(({ should }) => should));
  });
});
