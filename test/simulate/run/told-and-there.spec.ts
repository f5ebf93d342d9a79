import { toldAndThere } from './told-and-there';

const memory = (known: Record<string, unknown>) => ({ known, handlers: [] });
const there: Record<string, string[]> = {
  'reception.contact': ['c1', 'c2'],
  'tickets.repair_request': ['r1'],
  'complaints.complaint': ['k1', 'k2'],
  'archives.record': ['d1', 'd2'],
  'archives.loan': ['l1', 'l2'],
};
const query = async <R>(sql: string): Promise<R[]> => (there[/FROM (\S+)/.exec(sql)![1]!] ?? []).map((id) => ({ id }) as R);

const told = [
  memory({ contact: { id: 'c1', convertedTo: { kind: 'repair-request', id: 'r1' } } }),
  // Known twice, by the contact and by itself: it is one.
  memory({ contact: { id: 'c2', convertedTo: { kind: 'complaint', id: 'k1' } }, complaint: { id: 'k1' } }),
  memory({ complaint: { id: 'k2' } }),
  // Several of one kind: of one batch, and one after the other.
  memory({ records: [{ id: 'd1' }, { id: 'd2' }] }),
  memory({ record: { id: 'd1' }, loan1: { id: 'l1' }, loan2: { id: 'l2' }, proposal: { id: 'p1' } }),
];

it('finds nothing where all that was answered is there, once', async () => {
  expect(await toldAndThere(query, 's', told)).toEqual([]);
});

it('finds what was lost, and what was done twice', async () => {
  expect(await toldAndThere(query, 's', [...told.slice(0, 2), ...told.slice(3), memory({ suggestion: { id: 's1' }, loan3: { id: 'l3' } })])).toEqual([
    'complaint k2 is there, and nobody was told of it',
    'suggestion s1 was answered, and is not there',
    'loan l3 was answered, and is not there',
  ]);
});
