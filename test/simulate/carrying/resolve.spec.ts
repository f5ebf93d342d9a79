import { day, hour } from '../planning/slots';
import { crew, homeOf, known, person, place, site, time } from '../planning/step';
import type { OpenTown } from '../office/open-town';
import { emptyMemory, remember, type Memory } from './memory';
import { pathOf, promise, resolve } from './resolve';

const town: OpenTown = {
  siteId: 'site-1',
  crews: [{ id: 'crew-1', skills: [], members: [] }],
  people: { lead: 'person-1' },
  places: { B1: 'building-1' },
  homes: ['home-0', 'home-1'],
};
const start = Date.parse('2026-12-01T16:00:00Z');
const at = (ms: number): string => new Date(start + ms).toISOString();

function knowing(complaint: object): Memory {
  const memory = emptyMemory();
  remember(memory, 'complaint', { id: 'c-1', handlerId: null, ...complaint });
  return memory;
}

it('fills in who, where and when, however deep, and leaves the rest as it is', () => {
  const value = { siteId: site, to: person('lead'), about: [crew(0)], in: { home: homeOf(1), building: place('B1') }, at: time(hour), id: known('complaint.id'), words: '好', yes: true, n: 3 };
  expect(resolve(value, { town, start, now: start, memory: knowing({}) })).toEqual({
    siteId: 'site-1',
    to: 'person-1',
    about: ['crew-1'],
    in: { home: 'home-1', building: 'building-1' },
    at: at(hour),
    id: 'c-1',
    words: '好',
    yes: true,
    n: 3,
  });
});

it('finds the last of a list', () => {
  const memory = knowing({ file: { tasks: [{ id: 't-1' }, { id: 't-2' }] } });
  expect([known('complaint.file.tasks.0.id'), known('complaint.file.tasks.last.id')].map((ref) => resolve(ref, { town, start, now: start, memory }))).toEqual(['t-1', 't-2']);
  expect(() => resolve(known('complaint.file.tasks.2.id'), { town, start, now: start, memory })).toThrow('is not known');
});

it('says what nobody was told of', () => {
  const resolving = { town, start, now: start, memory: knowing({ convertedTo: null }) };
  expect(() => resolve(person('nobody'), resolving)).toThrow('there is no nobody in the town');
  expect(() => resolve(known('complaint.convertedTo.id'), resolving)).toThrow('complaint.convertedTo.id is not known');
  expect(() => pathOf('/api/contacts/{contact.id}/answer', resolving.memory)).toThrow('contact.id is not known');
});

it('moves the date that stands: what was promised, or until when the case is due', () => {
  const extended = (complaint: object) => resolve({ ref: 'extension' }, { town, start, now: start, memory: knowing(complaint) });
  expect(extended({ dueAt: at(0), promisedAt: at(day) })).toBe(at(4 * day));
  expect(extended({ dueAt: at(0), promisedAt: null })).toBe(at(3 * day));
});

it.each([
  ['as wished while there is time', 2 * day, 7 * day, 2 * day],
  ['before the case is due', 2 * day, day, day - hour / 2],
  ['between now and then when little is left', 2 * day, hour / 2, hour / 4],
  ['as wished when it is late anyway', 2 * day, -hour, 2 * day],
])('promises a date %s', (_, wished, due, promised) => {
  expect(promise(start + wished, start, start + due) - start).toBe(promised);
});

it('remembers everybody who has had a complaint', () => {
  const memory = knowing({});
  for (const handlerId of ['a', 'b', 'a', null]) remember(memory, 'complaint', { id: 'c-1', handlerId });
  expect(memory.handlers).toEqual(['a', 'b']);
});
