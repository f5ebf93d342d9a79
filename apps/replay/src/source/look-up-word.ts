import { vocabularies, type Whereabouts } from './vocabulary';

export interface Meaning {
  code: string;
  where: Whereabouts;
}

/** Our category for a register's words, whatever their capitals and spaces; undefined where the vocabulary has none. */
export function lookUpWord(register: string, category: string, descriptor: string): Meaning | undefined {
  const words = vocabularies[register] ?? [];
  const own = words.filter(([each]) => key(each) === key(category));
  const found = own.find(([, each]) => key(each) === key(descriptor)) ?? own.find(([, each]) => each === '*');
  return found && { code: found[2], where: found[3] };
}

function key(word: string): string {
  return word.toUpperCase().replace(/\s+/g, ' ').trim();
}
