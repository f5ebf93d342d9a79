import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { durableViolations } from './durables';

it('durables are named for their service and reaction', () => {
  expect(unexcused(durableViolations(checkout()))).toEqual([]);
});

const path = 'apps/tracking/src/reactions/follow.reaction.ts';
const reaction = (durable: string) => `class A { @Reaction({ ${durable}, events: 'tickets.*' }) on() {} }`;

it.each([
  [`durable: 'tracking__timeline_v1'`, []],
  [`durable: 'tickets__timeline_v1'`, ['tickets__timeline_v1 is of tickets']],
  [`durable: 'tracking_timeline'`, ['tracking_timeline is not <service>__<reaction>_v<n>']],
  [`durable: 'tracking__timeline_v0'`, ['tracking__timeline_v0 is not <service>__<reaction>_v<n>']],
  ['durable: timeline', ['the name of a durable is not written out']],
])('%s', (durable, messages) => {
  expect(unexcused(durableViolations(filesOf({ [path]: reaction(durable) })))).toEqual(
    messages.map((message) => `${path}:1 ${message}`),
  );
});

it('one durable for two reactions', () => {
  const twice = reaction(`durable: 'tracking__timeline_v1'`);
  expect(unexcused(durableViolations(filesOf({ [path]: `${twice}\n${twice}` })))).toEqual([
    `${path}:2 tracking__timeline_v1 is taken`,
  ]);
});
