import { newId } from '@property-office/kernel';
import { armFaultPoints } from '@property-office/outbox';
import { china, ToyJobs } from './toy-jobs.fixture';

const wednesday = '2025-10-15';
const at = (time: string, day = wednesday): string => `${day} ${time}`;

describe('deadlines', () => {
  let jobs: ToyJobs;
  let lead: string;
  let director: string;

  beforeEach(async () => {
    jobs = await ToyJobs.open(at('10:00'));
    lead = await jobs.holds('crew-lead');
    director = await jobs.holds('director');
  });
  afterEach(() => jobs.close());

  describe('a clock', () => {
    it('runs for each promise of its class, from when it happened (G2, G4)', async () => {
      const job = await jobs.starts('P1', at('09:40'));
      expect(await jobs.promises(job, 'P1')).toMatchObject({
        answer: { dueAt: china(at('09:55')).toISOString(), overdue: true, state: 'running' },
        'on-site': { dueAt: china(at('10:10')).toISOString(), overdue: false },
        done: { dueAt: china(at('23:59:59.999')).toISOString() },
      });
    });

    it('is none where the promise is in words, or counts from an appointment that nobody made', async () => {
      const emergency = await jobs.starts('P0', at('10:00'));
      expect((await jobs.promises(emergency, 'P0')).done).toMatchObject({ state: 'in-words', dueAt: null, words: { en: 'stay until safe' } });
      const ordinary = await jobs.starts('P2', at('10:00'));
      expect(Object.keys(await jobs.promises(ordinary, 'P2'))).toEqual(['answer', 'done']);
      const agreed = await jobs.starts('P2', at('10:00'), { appointment: china(at('15:00')) });
      expect((await jobs.promises(agreed, 'P2'))['on-site']).toMatchObject({ dueAt: china(at('15:30')).toISOString() });
    });

    it('ignores no lunch: the clock ignores lunch (what the closest systems get wrong)', async () => {
      const job = await jobs.starts('P2', at('11:45'));
      expect((await jobs.promises(job, 'P2')).answer).toMatchObject({ dueAt: china(at('13:45')).toISOString() });
    });

    it('is paused until its review date, and never breached while paused (what the closest systems get wrong)', async () => {
      const job = await jobs.starts('P2', at('10:00'));
      await jobs.held(job, (held) => held.close(1, ['answer'], china(at('10:05'))));
      await jobs.pause(job, at('11:00'), at('11:00', '2025-11-03'));
      await jobs.until(at('10:00', '2025-10-31'));
      expect(jobs.told).toEqual([]);
      expect((await jobs.promises(job, 'P2')).done).toMatchObject({ state: 'paused', overdue: false });
      await jobs.until(at('12:00', '2025-11-03'));
      expect((await jobs.promises(job, 'P2')).done).toMatchObject({ state: 'running', overdue: false });
    });

    it('runs again when it is resumed before', async () => {
      const job = await jobs.starts('P3', at('10:00'));
      const due = async () => (await jobs.promises(job, 'P3'))['on-site']!.dueAt;
      await jobs.pause(job, at('11:00'), at('11:00', '2025-10-17'));
      expect(await due()).toBe(china(at('10:00', '2025-10-18')).toISOString());
      await jobs.held(job, (held) => held.resume(1, china(at('12:00'))));
      expect(await due()).toBe(china(at('11:00', '2025-10-16')).toISOString());
    });

    it('stops in no state that is not listed', async () => {
      const job = await jobs.starts('P3', at('10:00'));
      const wait = { state: 'lunch', at: china(at('11:00')), reviewAt: china(at('12:00')) };
      await expect(jobs.held(job, (held) => held.pause(1, wait))).rejects.toMatchObject({ code: 'not-a-waiting-state' });
    });

    it('remembers earlier pauses: changing the target forgets earlier pauses (what the closest systems get wrong)', async () => {
      const job = await jobs.starts('P3', at('10:00'));
      await jobs.pause(job, at('10:10'), at('12:10'));
      await jobs.held(job, (held) => held.resume(1, china(at('11:10'))));
      await jobs.held(job, (held) => held.retarget(1, { class: 'P1', promises: ['answer', 'on-site', 'done'] }));
      expect(await jobs.promises(job, 'P1')).toMatchObject({
        answer: { dueAt: china(at('11:15')).toISOString() },
        'on-site': { dueAt: china(at('11:30')).toISOString() },
        done: { state: 'running', dueAt: china(at('23:59:59.999')).toISOString() },
      });
      expect(Object.keys(await jobs.promises(job, 'P1'))).toEqual(['answer', 'on-site', 'done']);
      await jobs.held(job, (held) => held.retarget(1, { class: 'P3', promises: ['answer', 'on-site', 'plan', 'done'] }));
      expect((await jobs.promises(job, 'P3')).plan).toMatchObject({ state: 'running', dueAt: china(at('18:00', '2025-10-20')).toISOString() });
    });

    it('has the date of an extension in place of its own, unless it was late by then; a date from outside caps it', async () => {
      const job = await jobs.starts('P3', at('10:00'));
      await jobs.pause(job, at('11:00'), at('12:00'));
      const agree = (until: string, when: string) => jobs.held(job, (held) => held.agree(1, 'on-site', china(until), china(when)));
      expect(await agree(at('15:07', '2025-10-18'), at('13:00'))).toEqual([]);
      const due = async () => (await jobs.promises(job, 'P3'))['on-site']!.dueAt;
      expect(await due()).toBe(china(at('15:07', '2025-10-18')).toISOString());
      await jobs.until(at('15:06', '2025-10-18'));
      expect(jobs.levels('on-site', job)).toEqual([]);
      await jobs.until(at('16:00', '2025-10-18'));
      expect(jobs.levels('on-site', job)).toEqual(['responsible: nobody', `lead: ${lead}`]);
      expect(await agree(at('15:00', '2025-10-20'), at('16:00', '2025-10-18'))).toEqual([]);
      expect(await due()).toBe(china(at('15:07', '2025-10-18')).toISOString());
      const shown = await agree(at('15:00', '2025-10-20'), at('15:00', '2025-10-18'));
      expect(shown.map(({ level }) => level).sort()).toEqual(['lead', 'responsible']);
      expect(await due()).toBe(china(at('15:00', '2025-10-20')).toISOString());
      const capped = newId();
      await jobs.database.transaction(async (tx) => {
        const start = { kind: 'job', aggregateId: capped, siteId: jobs.siteId, episode: 1, class: 'P3', promises: ['on-site', 'plan'], at: china(at('10:00')) };
        const made = jobs.deadlines.start(tx, await jobs.deadlines.book(tx), { ...start, atMost: china(at('18:00')) });
        expect([...made.values()]).toEqual([china(at('18:00')), china(at('18:00'))]);
      });
    });

    it('begins anew with a date of its own while the one before ends that reminds nobody any more, in one transaction', async () => {
      const job = await jobs.starts('P3', at('10:00'));
      await jobs.until(at('10:00', '2025-11-20'));
      const [now, until] = [china(at('10:00', '2025-11-20')), china(at('15:07', '2025-11-28'))];
      await jobs.database.transaction(async (tx) => {
        const book = await jobs.deadlines.book(tx);
        (await jobs.deadlines.of(tx, job, 'job')).cancel(1, now);
        jobs.deadlines.start(tx, book, { kind: 'job', aggregateId: job, siteId: jobs.siteId, episode: 2, class: 'P3', promises: ['on-site'], at: now });
        (await jobs.deadlines.of(tx, job, 'job')).agree(2, 'on-site', until, now);
      });
      const rows = await jobs.database.query(`SELECT episode, state, due_at FROM deadline WHERE aggregate_id = $1 AND promise = 'on-site' ORDER BY 1`, [job]);
      expect(rows).toMatchObject([{ episode: 1, state: 'cancelled' }, { episode: 2, state: 'running', due_at: until }]);
    });

    it('is frozen when it is closed and never runs again; what was cancelled by mistake has run on', async () => {
      const job = await jobs.starts('P1', at('10:00'));
      await jobs.held(job, (held) => held.close(1, ['answer'], china(at('10:05'))));
      await jobs.held(job, (held) => held.cancel(1, china(at('10:06'))));
      await jobs.until(at('12:00'));
      expect(jobs.told).toEqual([]);
      expect(await jobs.promises(job, 'P1')).toMatchObject({ answer: { state: 'closed', overdue: false }, 'on-site': { state: 'cancelled' } });
      await jobs.held(job, (held) => held.restore(1));
      expect(await jobs.promises(job, 'P1')).toMatchObject({
        answer: { state: 'closed', closedAt: china(at('10:05')).toISOString() },
        'on-site': { state: 'running', overdue: true },
      });
    });

    it('stands as it did where what moved it is taken back, and what was promised since is not; what was late by that alone is shown to be on time', async () => {
      const job = await jobs.starts('P1', at('10:00'));
      await jobs.held(job, (held) => held.close(1, ['on-site', 'done'], china(at('10:01'))));
      const before = await jobs.promises(job, 'P1');
      const standing = await jobs.held(job, (held) => held.standing(1));
      await jobs.held(job, (held) => held.agree(1, 'answer', china(at('10:03')), china(at('10:02'))));
      const besides = { kind: 'job', aggregateId: job, siteId: jobs.siteId, episode: 1, class: 'P3', promises: ['plan', 'answer'], at: china(at('10:02')) };
      await jobs.held(job, (held) => held.promise(besides));
      expect(await jobs.promises(job, 'P1')).toMatchObject({ answer: { dueAt: china(at('10:03')).toISOString() }, plan: { state: 'running' } });
      await jobs.until(at('10:05'));
      const levels = (some: ReadonlyArray<{ promise: string; level: string }>) => some.map(({ promise, level }) => `${promise} ${level}`).sort();
      expect(levels(jobs.told)).toEqual(['answer lead', 'answer responsible']);
      expect(levels(await jobs.held(job, (held) => held.putBack(1, standing)))).toEqual(levels(jobs.told));
      expect(await jobs.promises(job, 'P1')).toEqual(before);
      // Promised again, it counts from then.
      await jobs.held(job, (held) => held.promise({ ...besides, at: china(at('10:04')) }));
      expect(await jobs.promises(job, 'P1')).toMatchObject({ answer: before['answer']!, plan: { state: 'running' } });
    });

    it('never starts again in the same episode', async () => {
      const job = await jobs.starts('P1', at('10:00'));
      await expect(jobs.starts('P1', at('10:30'), { jobId: job })).rejects.toMatchObject({ constraint: expect.stringMatching(/^deadline_/) });
      expect((await jobs.promises(job, 'P1')).answer!.dueAt).toBe(china(at('10:15')).toISOString());
    });

    it('is another one in a new episode', async () => {
      const job = await jobs.starts('P1', at('10:00'));
      await jobs.held(job, (held) => held.close(1, ['answer', 'on-site', 'done'], china(at('10:05'))));
      await jobs.starts('P1', at('11:00'), { episode: 2, jobId: job });
      await jobs.until(at('11:16'));
      expect(jobs.told.map(({ episode, promise }) => [episode, promise])).toEqual([
        [2, 'answer'],
        [2, 'answer'],
      ]);
    });

    it('keeps the target it started with: a change applies to what starts afterwards (Q1)', async () => {
      const before = await jobs.starts('P1', at('10:00'));
      await jobs.rule(
        'target',
        { class: 'P1', promise: 'answer', function: 'duty', countsFrom: 'start', limits: [{ amount: 60, unit: 'minutes' }], words: null },
        at('10:30'),
      );
      const after = await jobs.starts('P1', at('10:30'));
      expect((await jobs.promises(before, 'P1')).answer!.dueAt).toBe(china(at('10:15')).toISOString());
      expect((await jobs.promises(after, 'P1')).answer!.dueAt).toBe(china(at('11:30')).toISOString());
    });

    it('counts the hours of its site, which its time zone belongs to', async () => {
      await jobs.row('office_site', { id: jobs.siteId, time_zone: 'Asia/Tokyo' });
      const job = await jobs.starts('P2', at('10:45'));
      expect((await jobs.promises(job, 'P2')).answer!.dueAt).toBe(china(at('12:45')).toISOString());
    });
  });

  describe('escalation (G5)', () => {
    const nobody = ['responsible: nobody'];

    it('reaches every level once, not only the first (what the closest systems get wrong: only the first level fires)', async () => {
      const technician = newId();
      const company = await jobs.holds('company', null);
      const job = await jobs.starts('P1', at('10:00'));
      jobs.takenBy.set(job, technician);
      await jobs.until(at('10:00', '2025-10-16'));
      const desk = 'office: nobody';
      expect(jobs.levels('answer')).toEqual([`responsible: ${technician}`, `lead: ${lead}`, desk, `director: ${director}`, `company: ${company}`]);
      expect(await jobs.times('answer')).toEqual([
        `responsible ${at('10:15')}`,
        `lead ${at('10:25')}`,
        `director ${at('10:35')}`,
        `office ${at('10:35')}`,
        `company ${at('12:15')}`,
      ]);
    });

    it('tells the lead of a job nobody took: a job nobody took alerts nobody (what the closest systems get wrong)', async () => {
      await jobs.starts('P1', at('10:00'));
      await jobs.until(at('10:15'));
      expect(jobs.levels('answer')).toEqual([...nobody, `lead: ${lead}`]);
      expect(jobs.told[1]).toMatchObject({ reached: 'responsible', outcome: 'told', to: 'crew-lead' });
    });

    it('reminds nobody at midnight of what is not urgent: reminders at midnight (what the closest systems get wrong)', async () => {
      await jobs.starts('P3', at('15:00'));
      await jobs.until(at('08:29', '2025-10-18'));
      expect((await jobs.times('on-site')).filter((shown) => / (?:0[0-7]|12:[3-5]|2\d|19)/.test(shown.slice(-6)))).toEqual([]);
      expect(await jobs.times('answer')).toContain(`responsible ${at('17:00')}`);
    });

    it('wakes the duty officer for an emergency at night, the desk lead by day', async () => {
      const officer = await jobs.holds('duty-officer');
      const deskLead = await jobs.holds('desk-lead');
      const day = await jobs.starts('P0', at('10:00'));
      await jobs.until(at('02:00', '2025-10-16'));
      const night = await jobs.starts('P0', at('02:00', '2025-10-16'));
      await jobs.until(at('02:15', '2025-10-16'));
      expect(jobs.levels('answer', day)).toContain(`office: ${deskLead}`);
      expect(jobs.levels('answer', night)).toContain(`office: ${officer}`);
    });

    it('stays silent about what was closed, paused or cancelled in time', async () => {
      const job = await jobs.starts('P1', at('10:00'));
      await jobs.held(job, (held) => held.close(1, ['answer'], china(at('10:14'))));
      await jobs.pause(job, at('10:14'), at('10:00', '2025-10-20'));
      await jobs.until(at('10:00', '2025-10-17'));
      expect(jobs.told).toEqual([]);
      await jobs.until(at('10:17', '2025-10-20'));
      expect(jobs.levels('on-site')).toEqual([...nobody, `lead: ${lead}`]);
    });

    it('marks what was later shown to be on time, and lets it stay (G2)', async () => {
      const job = await jobs.starts('P1', at('10:00'));
      await jobs.until(at('10:20'));
      const shown = await jobs.held(job, (held) => held.close(1, ['answer'], china(at('10:10'))));
      expect(shown.map(({ level, promise }) => `${promise} ${level}`).sort()).toEqual(['answer lead', 'answer responsible']);
      const again = await jobs.held(job, (held) => held.close(1, ['answer'], china(at('10:10'))));
      expect(again).toEqual([]);
      const rows = await jobs.database.query('SELECT level FROM deadline_level WHERE shown_on_time ORDER BY 1');
      expect(rows).toEqual([{ level: 'lead' }, { level: 'responsible' }]);
    });

    it('does not call a breach on time that was one', async () => {
      const job = await jobs.starts('P1', at('10:00'));
      await jobs.until(at('10:20'));
      expect(await jobs.held(job, (held) => held.close(1, ['answer'], china(at('10:16'))))).toEqual([]);
      expect((await jobs.promises(job, 'P1')).answer).toMatchObject({ state: 'closed', overdue: true });
    });

    it('makes up after an outage for all it missed, each level once, whichever process comes first', async () => {
      await jobs.starts('P1', at('10:00'));
      await jobs.jump(at('11:00'));
      const first = jobs.timers;
      jobs.restart();
      await Promise.all([first.fireDue(), jobs.timers.fireDue()]);
      await jobs.timers.fireDue();
      const rows = await jobs.database.query<{ n: number }>('SELECT count(*)::int AS n FROM deadline_level GROUP BY deadline_id ORDER BY 1');
      expect(rows.map(({ n }) => n)).toEqual([4, 4]);
      expect(jobs.warnings).toEqual([]);
    });

    it.each(['timer.beforeCommit', 'timer.afterCommit'])('records a level once when the process dies at %s', async (point) => {
      await jobs.starts('P1', at('10:00'));
      await jobs.jump(at('10:16'));
      armFaultPoints(`${point}=throw`);
      await jobs.timers.fireDue().catch(() => undefined);
      await jobs.database.query('UPDATE timer SET retry_at = NULL');
      jobs.restart();
      await jobs.timers.fireDue();
      expect(await jobs.times('answer')).toEqual([`lead ${at('10:16')}`, `responsible ${at('10:16')}`]);
    });
  });
});
