import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, crossings, type Crossing } from '@property-office/service-testing';
import { ArchivesUnderTest } from './archives.fixture';
import { afterLoanFact, afterLoanMove, loanFacts, loanMachine, loanMoves, loanStates, type LoanFact, type LoanMove, type LoanState } from './domain/loan-states';
import { LendingOffice } from './lending.fixture';

const pairs = crossings(loanMachine, { facts: loanFacts });
const isMove = (trigger: string): trigger is LoanMove => (loanMoves as readonly string[]).includes(trigger);
const digitalAlone = new Set<string>(['opened', 'ended', 'open', 'close', 'time-over']);

describe('the end of a loan’s time, a borrower who leaves, and what people do (events.md)', () => {
  let archives: ArchivesUnderTest;
  let office: LendingOffice;
  let borrower: Principal;

  beforeAll(async () => {
    archives = await ArchivesUnderTest.open();
    office = await LendingOffice.open(archives);
  });
  afterAll(() => archives.close());

  const does = async (id: string, move: LoanMove): Promise<number> => {
    const who = move === 'withdraw' || move === 'open' || move === 'close' ? borrower : office.director;
    const body = { refuse: { reason: '-' }, recall: { reason: '-' }, extend: { dueAt: await office.inDays(12) }, 'bring-back': { pagesComplete: true, unaltered: true } }[move as string];
    return (await office.loan(id, move, who, body)).status;
  };
  const happens = async (id: string, fact: LoanFact): Promise<void> => {
    if (fact === 'borrower-left') {
      await archives.hear(announced('directory.account-closed.v1', newId(), office.siteId, { accountId: newId(), personId: borrower.personId }));
      return;
    }
    // Nothing but an open one has a timer.
    await archives.rows(`UPDATE loan SET due_at = date_trunc('milliseconds', platform.now()) WHERE id = $1 AND state = 'opened'`, [id]);
    await archives.rows(`UPDATE timer SET due_at = date_trunc('milliseconds', platform.now()) WHERE aggregate_id = $1 AND kind = 'loan-time' AND status = 'set'`, [id]);
    await archives.later(1);
  };

  async function standing(state: LoanState, form: 'paper' | 'digital'): Promise<string> {
    borrower = office.person('department-head');
    const id = await office.asked(form, borrower);
    const way: Record<LoanState, LoanMove[]> = {
      asked: [],
      approved: ['approve'],
      refused: ['refuse'],
      withdrawn: ['withdraw'],
      'handed-over': ['approve', 'hand-over'],
      recalled: ['approve', 'hand-over', 'recall'],
      returned: ['approve', 'hand-over', 'bring-back'],
      opened: ['approve', 'open'],
      ended: ['approve', 'open', 'close'],
    };
    for (const move of way[state]) expect(await does(id, move)).toBe(200);
    return id;
  }

  async function meet({ from, order }: Crossing) {
    const form = [from, ...order].some((each) => digitalAlone.has(each)) ? 'digital' : 'paper';
    const id = await standing(from as LoanState, form);
    let now = from as LoanState;
    const answers: number[] = [];
    const expected: number[] = [];
    for (const trigger of order) {
      const to = isMove(trigger) ? afterLoanMove(now, trigger, form) : afterLoanFact(now, trigger as LoanFact);
      if (isMove(trigger)) {
        answers.push(await does(id, trigger));
        expected.push(to ? 200 : 409);
      } else await happens(id, trigger as LoanFact);
      now = to ?? now;
    }
    const [row] = await archives.rows(
      `SELECT state, version = (SELECT count(*)::int FROM ledger WHERE aggregate_id = l.id) AS gapless,
         EXISTS (SELECT 1 FROM timer WHERE aggregate_id = l.id AND status = 'set' AND kind = 'loan-time') <> (state = 'opened') AS failed
       FROM loan l WHERE id = $1`,
      [id],
    );
    return { ended: { from, order, answers, ...row }, should: { from, order, answers: expected, state: now, gapless: true, failed: false } };
  }

  // A paper has no time that ends it by itself, and is in none of the states of a digital loan.
  const possible = pairs.filter(({ from, order }) => !(['handed-over', 'recalled', 'returned'].includes(from) && order.some((each) => digitalAlone.has(each))));
  const meeting = loanStates.filter((state) => possible.some(({ from }) => from === state));

  it('meet in every state but that of a paper which is back', () => expect(meeting).toEqual(loanStates.filter((state) => state !== 'returned')));

  it.each(meeting)('end as the table says in both orders, from %s', async (state) => {
    const met = [];
    for (const crossing of possible.filter(({ from }) => from === state)) met.push(await meet(crossing));
    expect(met.map(({ ended }) => ended)).toEqual(met.map(({ should }) => should));
  });
});
