import { countedWords, searchText, searchWords } from '@property-office/kernel';
import { pinyin } from 'pinyin-pro';

/** What a row is found by: kept beside it, made again whenever a name changes. */
export interface FindBy {
  searchText: string;
  searchWords: string[];
}

/** A person by name, by pinyin and by initials: 王芳, wangfang, wf. */
export function findPersonBy(name: string): FindBy {
  return findBy(name, [], 'surname');
}

/** A place or a crew by its names, code and way, and by pinyin. */
export function findPlaceBy(name: string, ...more: Array<string | null>): FindBy {
  return findBy(name, more, 'normal');
}

function findBy(name: string, more: Array<string | null>, mode: 'surname' | 'normal'): FindBy {
  const syllables = /\p{Script=Han}/u.test(name)
    ? pinyin(name, { mode, toneType: 'none', type: 'array', v: true })
    : [];
  const initials = syllables
    .map((syllable) => [...syllable][0])
    .join('')
    .toLowerCase();
  const text = searchText(name, ...more, syllables.join(''), initials);
  // One or two letters typed so far find what begins with them; three and more are found by trigrams.
  const beginnings = [initials.slice(0, 1), initials.slice(0, 2)].filter(Boolean);
  return {
    searchText: text,
    searchWords: [...new Set([...searchWords(text), ...countedWords(text), ...beginnings])],
  };
}
