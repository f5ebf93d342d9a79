import type { Retention } from '@property-office/contracts';
import { judgementOf, type Opinion } from './judgement';

const said = (personId: string, retention: Retention | null): Opinion => ({ recordId: 'r', personId, verdict: retention === null ? 'destroy' : 'keep', retention });

test.each<[string, Opinion[], ReturnType<typeof judgementOf>]>([
  ['one person is not enough', [said('a', null)], undefined],
  ['nor is one who says it twice', [said('a', null), said('a', null)], undefined],
  ['two who would destroy it', [said('a', null), said('b', null)], { verdict: 'destroy' }],
  ['one of three who would keep it', [said('a', null), said('b', 'D10'), said('c', null)], { verdict: 'keep', keptUntilYear: 2036 }],
  ['the longest term that anybody gave', [said('a', 'D10'), said('b', 'D30')], { verdict: 'keep', keptUntilYear: 2056 }],
  ['for ever', [said('a', 'Y'), said('b', 'D30')], { verdict: 'keep', keptUntilYear: null }],
])('an appraisal of a record: %s (W4.4)', (_, opinions, expected) => expect(judgementOf(opinions, 2026)).toEqual(expected));
