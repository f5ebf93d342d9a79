import { pointerToken } from '../problems/pointer-token';
import { requestErrors } from '../problems/request-errors';

const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

const unstorable = {
  zh: '含有无法保存的字符（空字符或残缺的表情符号）',
  en: 'It contains characters that cannot be stored (NUL or a broken emoji)',
};

/**
 * Checks every text and every name of a JSON value (of limited depth).
 * @param pointer where in the body the value stands
 * @throws invalidCharacters, forbiddenName (400), which say where
 */
export function assertStorable(value: unknown, pointer = ''): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw requestErrors.invalidCharacters({}, { fields: [{ pointer, message: unstorable }] });
  } else if (Array.isArray(value)) value.forEach((item, i) => assertStorable(item, `${pointer}/${i}`));
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      const forbidden = { zh: `不允许使用字段名“${name}”`, en: `The field name "${name}" is not allowed` };
      if (forbiddenNames.has(name)) throw requestErrors.forbiddenName({ name }, { fields: [{ pointer, message: forbidden }] });
      assertStorable(name, pointer);
      assertStorable(item, `${pointer}/${pointerToken(name)}`);
    }
  }
}

/**
 * Checks the target of a request before it is taken apart: routers and query parsers let through what they cannot decode.
 * @throws invalidCharacters (400)
 */
export function assertStorableUrl(url: string): void {
  if (!url.includes('%')) return;
  let decoded: string;
  try {
    decoded = decodeURIComponent(url);
  } catch {
    throw requestErrors.invalidCharacters();
  }
  if (decoded.includes('\0')) throw requestErrors.invalidCharacters();
}
