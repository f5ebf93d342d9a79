import { readFixture } from '../fixtures/read-fixture';
import { OddRows } from './oddities';
import { readSource } from './read-source';

const header =
  'external_id,created_at,due_at,closed_at,on_time,status,category,descriptor,title,address,resolution';

function read(line: string): ReturnType<typeof readSource> & { odd: OddRows } {
  const odd = new OddRows();
  return { ...readSource(`${header}\n${line}\n`, odd), odd };
}

it('knows a register by its columns', () => {
  expect(readFixture('boston').register.name).toBe('boston311');
  expect(readFixture('new-york').register.name).toBe('nyc311');
  expect(() => readSource('a,b\n1,2\n', new OddRows())).toThrow('columns of no register');
});

it('reads every line of the excerpts', () => {
  expect(readFixture('boston').rows).toHaveLength(15);
  expect(readFixture('new-york').rows).toHaveLength(10);
});

it('reads a row of Boston', () => {
  expect(readFixture('boston').rows[3]).toEqual({
    externalId: '101000295864',
    line: 5,
    createdAt: new Date('2011-07-01T15:01:38Z'),
    closedAt: new Date('2011-07-28T12:28:49Z'),
    dueAt: new Date('2011-09-29T15:01:38Z'),
    closed: true,
    onTime: true,
    category: 'Housing',
    descriptor: 'Breathe Easy',
    title: '',
    address: '33 Woolson St Mattapan MA 02126',
    unit: '',
    resolution: 'Case Closed VIOCOR: Violation Corrected',
  });
});

it('tells the streets of New York apart by borough and ZIP, and closes up their spaces', () => {
  const addresses = readFixture('new-york').rows.map(({ address }) => address);
  expect(addresses[0]).toBe('442 51 STREET BROOKLYN 11220');
  expect(addresses[7]).toBe('116 WEST 3 STREET MANHATTAN 10012');
  expect(addresses[8]).toBe('422A GATES AVENUE BROOKLYN');
});

it('keeps a case open that is called so, whatever its resolution', () => {
  const { rows, odd } = readFixture('boston');
  expect(rows.at(-1)).toMatchObject({ externalId: '101000345632', closed: false });
  expect(odd.count('open-though-resolved')).toBe(1);
});

it.each([
  [
    '1,2011-07-01T08:00:00-04:00,2059-01-01T00:00:00-04:00,,ONTIME,Open,A,B,,1 Elm St,',
    'absurd-due-time',
    { dueAt: undefined, closed: false },
  ],
  [
    '1,2011-07-01T08:00:00-04:00,,2010-07-01T08:00:00-04:00,ONTIME,closed,A,B,,1 Elm St,',
    'closed-before-created',
    { closed: true, closedAt: undefined },
  ],
  ['1,2011-07-01T08:00:00-04:00,,,ONTIME,CLOSED,A,B,,1 Elm St,', 'closed-without-time', { closed: true }],
  ['1,yesterday,,,ONTIME,Open,A,B,,1 Elm St,', 'no-created-time', { createdAt: undefined }],
  ['1,2011-07-01T08:00:00-04:00,,,ONTIME,Limbo,A,B,,1 Elm St,', 'unknown-status', { closed: false }],
  [
    '1,2011-07-01T08:00:00-04:00,,,ONTIME,Open,A,B\u0000\u200bB,,1\u0007Elm St,',
    'odd-characters',
    { descriptor: 'B B', address: '1 Elm St' },
  ],
  [
    ',2011-07-01T08:00:00-04:00,,,ONTIME,Open,A,B,,1 Elm St,',
    'no-external-id',
    { externalId: expect.stringMatching(/^row-[0-9a-f]{16}$/) as string },
  ],
] as const)('%s is %s', (line, oddity, expected) => {
  const { rows, odd } = read(line);
  expect(rows[0]).toMatchObject(expected);
  expect(odd.count(oddity)).toBe(1);
});

it('sets lines aside that repeat an id', () => {
  const { rows, repeated } = read('1,,,,,Open,A,B,,,\n1,,,,,Open,A,C,,,');
  expect(rows.map(({ descriptor }) => descriptor)).toEqual(['B']);
  expect(repeated.map(({ line }) => line)).toEqual([3]);
});
