import { planSearch, searchText, type Localized } from '@property-office/kernel';

/** Which of our own texts say what was typed, in either language: rows hold what is filled into them, not the texts. */
export function saying<K extends string>(texts: Readonly<Record<K, Localized>>, q: string): K[] {
  const plan = planSearch(q);
  if (!plan) return [];
  const sought = plan.kind === 'words' ? plan.words : [searchText(q).trim()];
  const says = (text: string): boolean => {
    const said = searchText(text.replace(/\{\w+\}/g, ' '));
    return sought.every((word) => said.includes(word));
  };
  return (Object.keys(texts) as K[]).filter((key) => says(texts[key].zh) || says(texts[key].en));
}
