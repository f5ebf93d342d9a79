import { newId } from '@property-office/kernel';
import { crossings, type Crossing } from '@property-office/service-testing';
import { afterFact, afterMove, noticeFacts, noticeMachine, noticeMoves, noticeStates, type NoticeFact, type NoticeMove, type NoticeState } from './domain/notice-states';
import { noticeTimers } from './domain/notice-timers';
import { Neighbourhood } from './neighbourhood.fixture';
import { NoticesUnderTest } from './notices.fixture';

/** Another edition was begun while this one held, or had just expired; of no other there is one that could take its place. */
const mayBeSuperseded: readonly string[] = ['released', 'expired', 'withdrawn'];
const pairs = crossings(noticeMachine, { facts: noticeFacts })
  .filter(({ from, order }) => !order.includes('superseded') || mayBeSuperseded.includes(from))
  // One correction at a time: the one that takes its place is under way.
  .filter(({ order }) => !(order.includes('superseded') && order.includes('correct')));
const isMove = (trigger: string): trigger is NoticeMove => (noticeMoves as readonly string[]).includes(trigger);

describe('what time and other editions bring, and what people do', () => {
  let notices: NoticesUnderTest;
  let area: Neighbourhood;

  beforeAll(async () => {
    notices = await NoticesUnderTest.open();
    area = await Neighbourhood.open(notices);
  });
  afterAll(() => notices?.close());

  /** A notice in a state, which was approved as it is; perhaps with an edition that is going to take its place. */
  async function standing(state: NoticeState, order: Crossing['order']): Promise<{ id: string; next?: string }> {
    const id = await area.approved();
    let next: string | undefined;
    if (order.includes('superseded')) {
      await area.moved(id, 'release', area.writer);
      const { body } = await area.act(id, 'correct', area.writer, { ...area.contentOf(), whatChanged: '时间有误' });
      next = body.id as string;
      await area.moved(next, 'submit', area.writer);
      await area.approve(next);
    }
    await notices.rows(`UPDATE notice SET state = $2, released_at = CASE WHEN $2 IN ('released', 'expired', 'corrected') THEN recorded_at END WHERE id = $1`, [id, state]);
    // A slip that is to be marked, and one that was marked wrongly.
    await notices.rows('INSERT INTO notice_slip (notice_id, home_id) VALUES ($1, $2), ($1, $3) ON CONFLICT DO NOTHING', [id, area.homes[2], area.homes[3]]);
    await notices.rows('UPDATE notice_slip SET left_at = platform.now(), left_by = $3 WHERE notice_id = $1 AND home_id = $2', [id, area.homes[3], area.writer.personId]);
    return { id, ...(next && { next }) };
  }

  async function does(id: string, move: NoticeMove): Promise<boolean> {
    const by = async (verb: string, body: object = {}, who = area.writer) => (await area.act(id, verb, who, body)).status < 300;
    switch (move) {
      case 'edit':
        return (await notices.ask(`PUT /api/notices/${id}`, area.writer, area.contentOf(), { 'if-match': `"${(await area.read(id)).body.version}"` })).status < 300;
      case 'approve':
        return (await area.approve(id)).status < 300;
      case 'return':
        return by('return', { remarks: '请补充时间' }, area.lead);
      case 'schedule':
        return by('schedule', { releaseAt: new Date((await notices.now()).getTime() + 3_600_000).toISOString() });
      case 'withdraw':
        return by('withdraw', { reason: '改期' }, area.lead);
      case 'leave-slips':
        return by('leave-slips', { all: true });
      case 'correct-slips':
        return by('correct-slips', { homeIds: [area.homes[3]], reason: '记错了' });
      case 'correct':
        return by('correct', { ...area.contentOf(), whatChanged: '时间有误' });
      default:
        return by(move);
    }
  }

  /** A timer that fell due, whatever happened since it was set; or the release of the other edition. */
  async function brings(id: string, next: string | undefined, fact: NoticeFact): Promise<void> {
    if (fact === 'superseded') return void (await area.moved(next!, 'release', area.writer));
    const kind = fact === 'expire' ? noticeTimers.expiry : noticeTimers.release;
    await notices.rows(`INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status) VALUES ($1, $2, $3, $4, date_trunc('milliseconds', platform.now()), 'set')`, [newId(), kind, id, `${fact}:${id}`]);
    await notices.later(0);
    expect(await notices.rows('SELECT status FROM timer WHERE fire_key = $1', [`${fact}:${id}`])).toEqual([{ status: 'fired' }]);
  }

  async function meet({ from, order }: Crossing) {
    const { id, next } = await standing(from as NoticeState, order);
    let now = from as NoticeState;
    const answers: boolean[] = [];
    const expected: boolean[] = [];
    for (const trigger of order) {
      const to = isMove(trigger) ? afterMove(now, trigger) : afterFact(now, trigger as NoticeFact);
      if (isMove(trigger)) {
        answers.push(await does(id, trigger));
        expected.push(to !== undefined);
      } else await brings(id, next, trigger as NoticeFact);
      now = to ?? now;
    }
    const [row] = await notices.rows('SELECT state, version = (SELECT count(*)::int FROM ledger WHERE aggregate_id = n.id) AS gapless FROM notice n WHERE id = $1', [id]);
    return { ended: { from, order, answers, ...row }, should: { from, order, answers: expected, state: now, gapless: true } };
  }

  it.each(noticeStates)('end as the table says in both orders, from %s', async (state) => {
    const met = [];
    for (const crossing of pairs.filter(({ from }) => from === state)) met.push(await meet(crossing));
    expect(met.length).toBeGreaterThan(0);
    expect(met.map(({ ended }) => ended)).toEqual(met.map(({ should }) => should));
  });
});
