/** Text on one line: no control characters, no half surrogate pairs, single spaces. */
export function clean(text: string | undefined): string {
  return (text ?? '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\ufffd\s]+/gu, ' ')
    .trim();
}

/** Whether cleaning took away more than repeated spaces. */
export function hasOddCharacters(text: string | undefined): boolean {
  return text !== undefined && /[\p{Cc}\p{Cf}\u2028\u2029\ufffd]/u.test(text.toWellFormed().trim());
}

/** At most `max` characters (code points), the last an ellipsis when something was left out. */
export function clip(text: string, max: number): string {
  const points = [...text];
  return points.length <= max
    ? text
    : `${points
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** `HEAT/HOT WATER` as `Heat/hot water`; anything that is not all capitals stays as it was written. */
export function sentenceCase(text: string): string {
  if (!isShouted(text)) return text;
  return text.charAt(0) + text.slice(1).toLowerCase();
}

/** `442 51 STREET` as `442 51 Street`. */
export function titleCase(text: string): string {
  return isShouted(text)
    ? text.toLowerCase().replace(/(?<![\p{L}\d])\p{L}/gu, (letter) => letter.toUpperCase())
    : text;
}

function isShouted(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}
