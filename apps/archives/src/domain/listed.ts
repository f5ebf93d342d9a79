import type { Localized } from '@property-office/kernel';

const none: Localized = { zh: '没有', en: 'nothing' };

/** Names one after the other, as a sentence takes them. */
export function listed(names: readonly Localized[]): Localized {
  return names.length === 0 ? none : { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}
