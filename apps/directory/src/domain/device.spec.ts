import { deviceOf, wrongNumber, wrongOf, type SaidDevice } from './device';

const now = new Date('2026-11-23T02:00:00Z');
const lift: SaidDevice = { number: 'DT-01', equipment: 'lift', installedOn: '2019-05-20' };

it('is in service until a day is said', () => {
  expect(deviceOf(lift)).toEqual({ ...lift, outOfServiceOn: null });
  expect(deviceOf({ ...lift, outOfServiceOn: '2026-01-31' }).outOfServiceOn).toBe('2026-01-31');
});

it.each(['site', 'building', 'entrance', 'home'] as const)('is no %s', (kind) => {
  expect(wrongOf(kind, lift, now)?.field).toBe('device');
});

it('ends on the day it was installed or later', () => {
  expect(wrongOf('public-place', lift, now)).toBeUndefined();
  expect(wrongOf('public-place', { ...lift, outOfServiceOn: '2019-05-20' }, now)).toBeUndefined();
  expect(wrongOf('public-place', { ...lift, outOfServiceOn: '2019-05-19' }, now)?.field).toBe('device/outOfServiceOn');
});

it('was installed by today, wherever on earth that is, and leaves service within the years that anybody plans for', () => {
  const fieldOf = (said: Partial<SaidDevice>, at = now) => wrongOf('public-place', { ...lift, ...said }, at)?.field;
  expect([fieldOf({ installedOn: '2026-11-23' }), fieldOf({ installedOn: '2026-11-24' }), fieldOf({ installedOn: '2100-01-01' })]).toEqual([undefined, 'device/installedOn', 'device/installedOn']);
  expect(fieldOf({ installedOn: '2026-11-24' }, new Date('2026-11-23T16:00:00Z'))).toBeUndefined();
  expect([fieldOf({ outOfServiceOn: '2026-11-23' }), fieldOf({ outOfServiceOn: '2031-01-01' }), fieldOf({ outOfServiceOn: '2062-01-01' })]).toEqual([undefined, undefined, 'device/outOfServiceOn']);
});

it.each(['-', '——', '../..', '😀', '%'])('goes by no number like "%s", which nobody can read out', (number) => {
  expect(wrongNumber(number)).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
  expect(wrongOf('public-place', { ...lift, number }, now)?.field).toBe('device/number');
});

it.each(['7', '一号泵', 'DT-01'])('goes by %s', (number) => expect(wrongNumber(number)).toBeUndefined());
