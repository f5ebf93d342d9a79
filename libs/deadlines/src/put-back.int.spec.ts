import { china, ToyJobs } from './toy-jobs.fixture';

const at = (time: string, day = '2025-10-15'): string => `${day} ${time}`;

it('a clock that was put back reaches a level again when its time comes that only what was taken back had reached, as another (G3, G5)', async () => {
  const jobs = await ToyJobs.open(at('10:00'));
  await jobs.holds('crew-lead');
  const job = await jobs.starts('P1', at('10:00'));
  await jobs.held(job, (held) => held.close(1, ['on-site', 'done'], china(at('10:01'))));
  const standing = await jobs.held(job, (held) => held.standing(1));
  await jobs.held(job, (held) => held.agree(1, 'answer', china(at('10:03')), china(at('10:02'))));
  const besides = { kind: 'job', aggregateId: job, siteId: jobs.siteId, episode: 1, class: 'P3', promises: ['plan'], at: china(at('10:00', '2025-09-10')) };
  await jobs.held(job, (held) => held.promise(besides));
  await jobs.until(at('10:05'));
  const brought = jobs.told.splice(0);
  const levels = (some: ReadonlyArray<{ promise: string; level: string }>) => some.map(({ promise, level }) => `${promise} ${level}`).sort();
  expect(levels(brought)).toEqual(expect.arrayContaining(['answer lead', 'answer responsible', 'plan director', 'plan responsible']));
  expect(levels(await jobs.held(job, (held) => held.putBack(1, standing)))).toEqual(levels(brought));
  await jobs.until(at('10:14'));
  expect(jobs.told).toEqual([]);
  await jobs.until(at('10:16'));
  expect(levels(jobs.told)).toEqual(['answer lead', 'answer responsible']);
  const before = brought.map(({ deadlineId }) => deadlineId);
  expect(jobs.told.filter(({ deadlineId }) => before.includes(deadlineId))).toEqual([]);
  // It happened before, as is entered later: what is said of it is said of what was told last.
  const shown = await jobs.held(job, (held) => held.close(1, ['answer'], china(at('10:10'))));
  expect(shown.map(({ deadlineId }) => deadlineId)).toEqual(jobs.told.map(({ deadlineId }) => deadlineId));
  await jobs.held(job, (held) => held.promise(besides));
  await jobs.until(at('10:20'));
  expect(levels(jobs.told).filter((each) => each.startsWith('plan'))).toEqual(levels(brought).filter((each) => each.startsWith('plan')));
  await jobs.close();
});
