import type { Disk } from '@property-office/backbone';
import { concerns } from './concerns';
import type { ServiceState } from './service-state';

const well: ServiceState = {
  service: 'tickets',
  backlog: 3,
  oldest: 0.2,
  lease: 4,
  epoch: 1,
  rebuilding: false,
  parked: 0,
  deadLetters: {},
  timersLate: 1,
  latest: 0.3,
  replays: 0,
};
const idle = { durable: 'tracking__timeline_v1', state: { pending: 0, unacked: 2, redelivered: 0 } };

test('an office at work is no concern', () => {
  expect(concerns(true, true, [well], [idle])).toEqual([]);
});

test.each<[string, Partial<ServiceState>]>([
  ['wait to be published', { oldest: 31 }],
  ['nobody publishes', { lease: -2 }],
  ['being rebuilt', { rebuilding: true }],
  ['wait for a predecessor', { parked: 1 }],
  ['2 business', { deadLetters: { business: 2 } }],
  ['timers are late', { latest: 61 }],
])('says "%s"', (text, change) => {
  expect(concerns(true, true, [{ ...well, ...change }], [idle])).toEqual([expect.stringContaining(text)]);
});

test('says a disk that is nearly full, as its alert does', () => {
  const disk: Disk = { folder: 'files', path: '/data/files', free: 9, size: 100 };
  expect(concerns(true, true, [well], [idle], [disk])).toEqual(['the disk of DATA_DIR/files (/data/files) is nearly full: docs/runbook.md, The disk is full']);
  expect(concerns(true, true, [well], [idle], [{ ...disk, free: 11 }])).toEqual([]);
});

test('says which service does not start, also one that announces nothing, of an office that runs', () => {
  expect(concerns(true, true, [well], [idle], [], ['tracking'])).toEqual([expect.stringMatching(/^tracking: no process of it is connected to the database/)]);
  expect(concerns(false, true, [well], [idle], [], ['tracking'])).toEqual([expect.stringContaining('npm start')]);
});

test('says what is away', () => {
  expect(concerns(false, true, [{ ...well, lease: -100 }], [idle])).toEqual([
    expect.stringContaining('npm start'),
  ]);
  expect(concerns(true, false, [well], [{ ...idle, state: undefined }])).toEqual([
    expect.stringContaining('NATS does not answer'),
  ]);
  expect(concerns(true, true, [well], [{ ...idle, state: undefined }])).toEqual([
    expect.stringContaining('tracking__timeline_v1 does not exist'),
  ]);
  const both = [{ ...idle, state: undefined }, { durable: 'tracking__work_v1', state: undefined }];
  expect(concerns(true, true, [well], both)).toEqual([expect.stringMatching(/^tracking: tracking__timeline_v1 and 1 more reactions do not exist in NATS/)]);
  expect(
    concerns(true, true, [well], [{ ...idle, state: { pending: 20_000, unacked: 0, redelivered: 0 } }]),
  ).toEqual([expect.stringContaining('20000 events behind')]);
});
