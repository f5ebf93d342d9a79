import { deviceOf, wrongOf, type SaidDevice } from './device';

const lift: SaidDevice = { number: 'DT-01', equipment: 'lift', installedOn: '2019-05-20' };

it('is in service until a day is said', () => {
  expect(deviceOf(lift)).toEqual({ ...lift, outOfServiceOn: null });
  expect(deviceOf({ ...lift, outOfServiceOn: '2026-01-31' }).outOfServiceOn).toBe('2026-01-31');
});

it.each(['site', 'building', 'entrance', 'home'] as const)('is no %s', (kind) => {
  expect(wrongOf(kind, lift)?.field).toBe('device');
});

it('ends on the day it was installed or later', () => {
  expect(wrongOf('public-place', lift)).toBeUndefined();
  expect(wrongOf('public-place', { ...lift, outOfServiceOn: '2019-05-20' })).toBeUndefined();
  expect(wrongOf('public-place', { ...lift, outOfServiceOn: '2019-05-19' })?.field).toBe('device/outOfServiceOn');
});
