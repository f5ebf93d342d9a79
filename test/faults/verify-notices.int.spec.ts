import { brokenPromises } from '../support/broken-promises';
import { findingsOf, type Finding } from '../support/ops';
import { Office } from '../support/office';
import { accepted, act, report } from '../support/repairs';
import type { PageView, RepairView } from '../support/views';

const startMs = 240_000;

let office: Office;
let requests: RepairView[];
let clean: { code: number; out: string };
let broken: { code: number; findings: Finding[]; text: string };

/** One request for each promise, with an event more than its first; then all promises are broken at once, behind the office's back. */
beforeAll(async () => {
  office = await Office.start({ deployment: 'all-in-one', servers: 'separate' });
  const resident = await office.as('resident');
  requests = [];
  for (const { what } of brokenPromises) {
    const request = await report(resident, { description: what });
    accepted(await act(resident, request.id, 'comment', { comment: what }), 200);
    requests.push(request);
  }
  accepted(await (await office.as('desk')).get(`/api/repair-requests/${requests[0]!.id}/contact`), 200);
  const from = await office.clock.now();
  const visit = { kind: 'resident-guest', homeId: resident.homeId, name: '何先生', from, until: new Date(from.getTime() + 3_600_000) };
  accepted(await resident.post('/api/visitors', { siteId: resident.who.homes[0]!.siteId, ...visit }), 201);
  const clerk = await office.as('clerk');
  const [record] = accepted(await clerk.get<PageView<{ id: string }>>('/api/records'), 200).items;
  accepted(await clerk.get(`/api/records/${record!.id}`), 200);
  await office.comeToRest();
  clean = await office.ops('verify', '--settle', '20');
  await office.close();
  for (const [i, promise] of brokenPromises.entries()) await promise.break(office, requests[i]!);
  const json = await office.ops('verify', '--settle', '0', '--json');
  const { out } = await office.ops('verify', '--settle', '0');
  broken = { code: json.code, findings: findingsOf(json), text: out };
}, startMs);
afterAll(() => office?.stop(), startMs);

it('an office at rest is clean', () => {
  expect(clean.out.split('\n').filter((line) => !line.startsWith('ok'))).toEqual(['', expect.stringMatching(/^all \d+ checks hold$/), '']);
  expect(clean.code).toBe(0);
});

it('a broken one is an error', () => {
  expect(broken.code).toBe(1);
});

it.each(brokenPromises.map(({ what }, i) => [what, i] as const))('%s', (_, i) => {
  const { id, says } = brokenPromises[i]!;
  const expected = says.replaceAll('$id', requests[i]!.id);
  const lines = broken.findings.filter((finding) => finding.id === id).flatMap((finding) => finding.broken);
  expect(lines).toContainEqual(expect.stringContaining(expected));
});

it('what is printed for people names the invariant and the row', () => {
  const index = brokenPromises.findIndex(({ what }) => what === 'a timeline is gone');
  expect(broken.text).toContain('BROKEN I3   every accepted request has exactly one timeline');
  expect(broken.text).toMatch(/\d+ of \d+ checks do not hold\nNo office runs on this data folder/);
  expect(broken.text).toContain(`         request ${requests[index]!.id} has no timeline`);
});

it('each check has been seen to fail', () => {
  expect(
    broken.findings
      .filter(({ broken: lines }) => lines.length === 0)
      .map(({ id, title }) => `${id} ${title}`),
  ).toEqual([]);
});
