import { isWhole, mayTakePart } from './parts';

const named = [{ part: 'receiver' as const, personId: 'company' }];
const signed = [{ part: 'giver' as const, personId: 'clerk' }, { part: 'witness' as const, personId: null }];

test('whoever is named or has signed for one part takes no other (W4.6)', () => {
  const may = (part: 'giver' | 'receiver' | 'witness', who: string) => mayTakePart(part, who, { named, signed });
  expect([may('receiver', 'company'), may('witness', 'company'), may('giver', 'company'), may('witness', 'clerk'), may('giver', 'clerk'), may('witness', 'lead')]).toEqual([true, false, false, false, true, true]);
});

test('it takes all three signatures', () => {
  expect([isWhole(signed), isWhole([...signed, ...signed]), isWhole([...signed, ...named])]).toEqual([false, false, true]);
});
