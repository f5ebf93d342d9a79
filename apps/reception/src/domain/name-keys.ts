import { pinyin } from 'pinyin-pro';

/** One spelling of a name: 王 芳 and 王芳, Ann Lee and ann lee are the same. */
export function nameAsOne(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a name that is kept encrypted is found by: as a whole, and as a whole in pinyin. Parts of it stay unknown (G7). */
export function nameKeys(name: string): string[] {
  const whole = nameAsOne(name);
  if (whole === '') return [];
  const syllables = /\p{Script=Han}/u.test(whole) ? pinyin(whole, { mode: 'surname', toneType: 'none', type: 'array', v: true }) : [];
  return [...new Set([whole, nameAsOne(syllables.join(''))])].filter(Boolean);
}
