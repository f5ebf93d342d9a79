import { timeZoneNamed } from './time-zone';

test('a zone of the tz database, in any case of letters', () => {
  expect(timeZoneNamed('asia/shanghai')).toBe('Asia/Shanghai');
  expect(timeZoneNamed('America/New_York')).toBe('America/New_York');
});

test.each(['Asia/Chang', '+08:00', ''])('%p is none', (name) => {
  expect(() => timeZoneNamed(name)).toThrow(expect.objectContaining({ code: 'time-zone-unknown' }));
});
