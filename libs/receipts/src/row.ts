import type { Localized } from '@property-office/kernel';
import { both, html, type Html } from '@property-office/service-kit';

/** A line of a page: in somebody's own words, or in both languages. */
export interface Row {
  name: Localized;
  value: string | Localized | ReadonlyArray<string | Localized>;
}

export function shown(value: Row['value']): Html {
  const parts: ReadonlyArray<string | Localized> = Array.isArray(value) ? value : [value as string | Localized];
  // Each on a line of its own, whether or not the page puts its English on one.
  return html`${parts.map((part) => html`<div>${typeof part === 'string' ? part : both(part)}</div>`)}`;
}
