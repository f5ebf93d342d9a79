import { deskChannels } from '@property-office/contracts';
import { makePlan, type Plan } from './make-plan';
import { householdsOf, scales } from './scale';
import type { Post, Step, Value } from './step';

const quarter = makePlan('quarter', 1);
const week = makePlan('week', 1);
const year = makePlan('year', 1);
const shortYear = makePlan('short-year', 1);
const storiesOf = (plan: Plan): Step[][] => [...Map.groupBy(stepsOf(plan), ({ story }) => story).values()];
const stepsOf = (plan: Plan): Step[] => plan.slots.flatMap(({ stories }) => stories.flat());
const postsTo = (plan: Plan, path: string): Post[] => stepsOf(plan).filter((step): step is Post => step.kind === 'post' && step.path === path && step.refused === undefined);
const said = (plan: Plan, path: string, name: string): Set<Value | undefined> => new Set(postsTo(plan, path).map(({ body }) => body[name]));

it('is the same for the same seed, and another for any other', () => {
  expect(makePlan('week', 1)).toEqual(week);
  expect(makePlan('week', 2).slots).not.toEqual(week.slots);
});

it('is as large as it says', () => {
  const converted = postsTo(quarter, '/api/contacts/{contact.id}/convert').filter(({ body }) => body['to'] === 'complaint');
  expect(postsTo(quarter, '/api/contacts')).toHaveLength(20_000);
  expect(postsTo(quarter, '/api/complaints').length + converted.length).toBe(3_000);
  expect(postsTo(quarter, '/api/notices').length + postsTo(quarter, '/api/night-notices').length).toBe(300);
  expect(householdsOf(scales.quarter)).toHaveLength(3_000);
});

it('has contacts of every channel of the desk and with every end', () => {
  expect(said(quarter, '/api/contacts', 'channel')).toEqual(new Set(deskChannels));
  expect(said(quarter, '/api/contacts/{contact.id}/convert', 'to')).toEqual(new Set(['repair-request', 'complaint', 'suggestion', 'visitor']));
  for (const verb of ['answer', 'guide', 'offer', 'accept', 'return', 'call-lead'])
    expect(postsTo(quarter, `/api/contacts/{contact.id}/${verb}`).length).toBeGreaterThan(100);
  const recordedOnly = storiesOf(quarter).filter(([first, ...others]) => first!.story.startsWith('contact') && others.length === 0);
  expect(recordedOnly.length).toBeGreaterThan(50);
});

it('clicks again under the same key where somebody is impatient', () => {
  const clicks = postsTo(quarter, '/api/contacts/{contact.id}/convert').map((post) => post.clicks ?? 1);
  expect(new Set(clicks)).toEqual(new Set([1, 3]));
});

it('takes complaints through every branch, disputes up to the final decision among them', () => {
  const verbs = ['acknowledge', 'verify', 'begin-handling', 'explain', 'tasks', 'finish-task', 'link-repair', 'result', 'feedback', 'request-extension', 'announce-extension', 'join', 'mark-major'];
  for (const verb of verbs) expect(postsTo(quarter, `/api/complaints/{complaint.id}/${verb}`).length).toBeGreaterThan(20);
  expect(said(quarter, '/api/complaints/{complaint.id}/decide', 'decision')).toEqual(new Set(['ours', 'partly-ours', 'not-ours', 'unfounded']));
  expect(said(quarter, '/api/complaints/{complaint.id}/answer', 'answer')).toEqual(new Set(['accepted', 'disputed', 'no-answer']));
  expect(said(quarter, '/api/complaints/{complaint.id}/approve-extension', 'approved')).toEqual(new Set([true, false]));
  expect(said(quarter, '/api/complaints', 'outside')).toEqual(new Set([undefined, 'hotline', 'media']));
  const disputed = postsTo(quarter, '/api/complaints/{complaint.id}/answer').filter(({ body }) => body['answer'] === 'disputed');
  const perStory = new Set([...Map.groupBy(disputed, ({ story }) => story).values()].map(({ length }) => length));
  expect(perStory).toEqual(new Set([1, 2, 3, 4]));
  const outcomes = stepsOf(quarter).flatMap((step) => (step.kind === 'follow-up' && step.of === 'complaintId' ? [step.outcome['result']] : []));
  expect(new Set(outcomes)).toEqual(new Set(['satisfied', 'unsatisfied', 'unreachable']));
});

it.each([1, 2, 3])('has a complaint of the hotline and an extension in every week (seed %s, W2.3)', (seed) => {
  const plan = makePlan('week', seed);
  expect(said(plan, '/api/complaints', 'outside')).toContain('hotline');
  expect(postsTo(plan, '/api/complaints/{complaint.id}/announce-extension').map(({ story }) => story)).toContain('desk-complaint-12');
});

it.each([week, quarter, year, shortYear])('merges complaints of one matter, the first of them after a merge that was taken back at once (W2.3, G3): %#', (plan) => {
  const merges = postsTo(plan, '/api/complaints/{double.id}/merge');
  const takenBack = postsTo(plan, '/api/complaints/{double.id}/take-back');
  expect([merges.length, takenBack.length]).toEqual([plan.scale.merged + 1, 1]);
  const [first, again] = merges.filter(({ story }) => story === takenBack[0]!.story);
  expect([first!.slot, again!.slot]).toEqual([takenBack[0]!.slot, takenBack[0]!.slot]);
});

it('has notices for the site, a building and an entrance, at once and at a time, returned, corrected, withdrawn, at night', () => {
  const scopes = postsTo(quarter, '/api/notices').map(({ body }) => (body['audience'] as Array<{ scope: string }>)[0]!.scope);
  expect(new Set(scopes)).toEqual(new Set(['site', 'building', 'entrance']));
  for (const verb of ['release', 'schedule', 'return', 'correct', 'withdraw', 'remind', 'discard', 'read', 'acknowledge', 'review'])
    expect(postsTo(quarter, `/api/notices/{notice.id}/${verb}`).length).toBeGreaterThan(3);
  const nights = postsTo(quarter, '/api/night-notices').map(({ slot }) => quarter.slots[slot]!.working);
  expect(new Set(nights)).toEqual(new Set([false]));
});

it('is as large in a year as it says: 2,000 papers come in, 1,200 go out, 800 loans, one stocktake, one destruction, one hand-over (W1, W4)', () => {
  expect(['incoming-documents', 'outgoing-documents', 'loans'].map((path) => postsTo(year, `/api/${path}`).length)).toEqual([2_000, 1_200, 800]);
  for (const path of ['stocktakes', 'appraisals', 'destructions', 'hand-overs']) expect(postsTo(year, `/api/${path}`)).toHaveLength(1);
  const filed = ['incoming', 'outgoing'].flatMap((of) => postsTo(year, `/api/${of}-documents/{${of}.id}/file`));
  const released = ['notice', 'correction'].flatMap((of) => ['release', 'schedule'].flatMap((verb) => postsTo(year, `/api/notices/{${of}.id}/${verb}`)));
  expect(filed.length + released.length + postsTo(year, '/api/night-notices').length).toBeGreaterThan(6_000);
});

it.each([
  ['incoming', ['check', 'send-back', 'void', 'propose', 'decide', 'supervise', 'remind', 'circulate', 'mark-read', 'finish', 'answer', 'file']],
  ['outgoing', ['submit', 'return', 'review', 'countersign', 'sign', 'correct', 'check', 'number', 'void', 'discard', 'print', 'approve-seal', 'use-seal', 'release', 'record-receipt', 'file']],
])('takes papers that are %s through every move', (of, verbs) => {
  for (const verb of verbs) expect([verb, postsTo(year, `/api/${of}-documents/{${of}.id}/${verb}`).length > 20]).toEqual([verb, true]);
});

it('archives singly, in batches, and what came back; lends on paper and digitally, with every end; and makes copies', () => {
  for (const verb of ['accept', 'return', 'propose-again']) expect(postsTo(year, `/api/record-proposals/{proposal.id}/${verb}`).length).toBeGreaterThan(100);
  for (const verb of ['approve', 'refuse', 'withdraw', 'hand-over', 'extend', 'recall', 'bring-back']) expect(postsTo(year, `/api/loans/{loan1.id}/${verb}`).length).toBeGreaterThan(3);
  for (const verb of ['approve', 'refuse', 'open', 'close', 'recall']) expect(postsTo(year, `/api/loans/{loan.id}/${verb}`).length).toBeGreaterThan(20);
  for (const verb of ['approve', 'make', 'hand-over']) expect(postsTo(year, `/api/copies/{copy.id}/${verb}`).length).toBeGreaterThan(20);
  const batches = stepsOf(year).filter(({ kind }) => kind === 'accept-proposals');
  expect(new Set(batches.map(({ slot }) => year.slots[slot]!.working))).toEqual(new Set([false]));
});

it('has to refuse what nobody may do with papers', () => {
  const refusals = new Set(stepsOf(year).flatMap((step) => (step.kind === 'post' ? (step.refused ?? []) : [])));
  const expected = ['not-acting-person', 'own-supervision', 'not-your-turn-to-read', 'not-yet-to-file', 'author-named', 'text-changed', 'own-seal-approval', 'receipts-outstanding', 'proposal-move-illegal'];
  const ofArchives = ['paper-out', 'onward-lending', 'extended-already', 'finding-missing', 'decided-by-director', 'differences-open', 'explained-by-you', 'opinions-missing', 'witness-has-hand', 'records-held'];
  for (const code of [...expected, ...ofArchives, 'records-confidential', 'party-has-hand', 'record-handed-over']) expect(refusals).toContain(code);
});

it.each([1, 2, 3])('comes in a short year to the end of the stocktake, the destruction, the hand-over and a month (seed %s)', (seed) => {
  const plan = makePlan('short-year', seed);
  for (const path of ['/api/stocktakes/{stocktake.id}/close', '/api/destructions/{destruction.id}/carry-out']) expect(postsTo(plan, path)).toHaveLength(1);
  expect(postsTo(plan, '/api/hand-overs/{handOver.id}/sign').map(({ body }) => body['part'])).toEqual(['giver', 'receiver', 'witness']);
  // A month has 31 days at most: one that was over on the last of them is closed.
  expect(stepsOf(plan).some(({ kind, slot }) => kind === 'settle-months' && plan.slots[slot]!.at > 32 * 24 * 3_600_000)).toBe(true);
});

it('asks of nothing that its story cannot know by then', () => {
  const tooEarly: string[] = [];
  for (const plan of [week, quarter, year, shortYear]) {
    for (const steps of storiesOf(plan)) {
      const known = new Set<string>();
      for (const step of steps) {
        const asked = JSON.stringify(step).matchAll(/\{(\w+)\.[\w.]+\}|"(?:path|repair|subject|match)":"(\w+)\.\w|"as":"(?:handler|approver|asker)"/g);
        const names = [...asked].map(([, inPath, named]) => inPath ?? named ?? 'complaint');
        tooEarly.push(...names.filter((name) => !known.has(name)).map((name) => `${step.story} ${step.name}: ${name}`));
        if ('keep' in step && step.keep !== undefined) known.add(step.keep);
      }
    }
  }
  expect(tooEarly).toEqual([]);
});

it('names each step of a story once, and never goes back in time', () => {
  const odd = [...storiesOf(quarter), ...storiesOf(year)].filter((steps) => new Set(steps.map(({ name }) => name)).size < steps.length || steps.some(({ slot }, n) => slot < (steps[n - 1]?.slot ?? 0)));
  expect(odd.map(([first]) => first!.story)).toEqual([]);
});

it('kills every part of the office again and again in a quarter and a year, and the office once in a week and a short year, while something is done', () => {
  const killsOf = ({ slots }: Plan) => slots.flatMap(({ kill }) => kill ?? []);
  expect(killsOf(week)).toEqual(['office']);
  expect(killsOf(quarter)).toEqual(scales.quarter.kills);
  expect([killsOf(year), killsOf(shortYear)]).toEqual([scales.year.kills, ['office']]);
  for (const { kill, stories } of [...week.slots, ...quarter.slots, ...year.slots, ...shortYear.slots]) if (kill) expect(stories.length).toBeGreaterThan(5);
});
