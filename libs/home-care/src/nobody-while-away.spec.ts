import { DomainError } from '@property-office/kernel';
import { nobodyWhileAway } from './nobody-while-away';

const refused = (kind: 'unavailable' | 'invalid') => new DomainError('x', { kind, title: { zh: '', en: '' } });

it('names nobody while directory is away, and hides no fault of ours', () => {
  expect(nobodyWhileAway(refused('unavailable'))).toEqual([]);
  for (const fault of [refused('invalid'), new Error('directory answered 403')]) expect(() => nobodyWhileAway(fault)).toThrow(fault);
});
