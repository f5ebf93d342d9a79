import { searchText, searchWords } from '@property-office/kernel';
import { pinyin } from 'pinyin-pro';

/** What a row is found by: kept beside it, made again whenever its words change. */
export interface FindBy {
  searchText: string;
  searchWords: string[];
}

/** By its words in Chinese and English, and by pinyin and initials of its title: 停水通知, tingshui, tstz. */
export function findBy(title: string, ...more: Array<string | null>): FindBy {
  const syllables = /\p{Script=Han}/u.test(title) ? pinyin(title, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' }) : [];
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  const text = searchText(title, ...more, syllables.join(''), initials);
  const beginnings = [initials.slice(0, 1), initials.slice(0, 2)].filter(Boolean);
  return { searchText: text, searchWords: [...new Set([...searchWords(text), ...beginnings])] };
}
