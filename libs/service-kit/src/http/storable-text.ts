import { requestErrors } from '../problems/request-errors';

const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/**
 * Checks every text and every name of a JSON value (of limited depth).
 * @throws invalidCharacters, forbiddenName (400)
 */
export function assertStorable(value: unknown): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw requestErrors.invalidCharacters();
  } else if (Array.isArray(value)) value.forEach(assertStorable);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (forbiddenNames.has(name)) throw requestErrors.forbiddenName({ name });
      assertStorable(name);
      assertStorable(item);
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
