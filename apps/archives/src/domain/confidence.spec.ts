import { isEased } from './confidence';

const [near, far] = [new Date('2030-01-01'), new Date('2040-01-01')];
const confidential = (confidentialUntil: Date | null) => ({ confidentiality: 'confidential' as const, confidentialUntil });
const internal = { confidentiality: 'internal' as const, confidentialUntil: null };
const open = { confidentiality: 'open' as const, confidentialUntil: null };

it.each([
  ['a lower level', confidential(null), internal, true],
  ['the lowest', internal, open, true],
  ['a term where there was none', confidential(null), confidential(far), true],
  ['a shorter term', confidential(far), confidential(near), true],
  ['a longer term', confidential(near), confidential(far), false],
  ['a higher level, with a term', internal, confidential(near), false],
  ['the same', confidential(near), confidential(near), false],
])('%s lets more people know, or not (W4.2)', (_, before, after, eased) => expect(isEased(before, after)).toBe(eased));
