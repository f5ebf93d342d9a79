import { confidentialities, type Confidentiality } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

export const confidentialityNames: Readonly<Record<Confidentiality, Localized>> = {
  open: { zh: '公开', en: 'open' },
  internal: { zh: '内部', en: 'internal' },
  confidential: { zh: '保密', en: 'confidential' },
};

export interface Confidence {
  confidentiality: Confidentiality;
  /** Null: for as long as it is confidential. */
  confidentialUntil: Date | null;
}

/** Whether more people know of a record than before, or sooner: by a lower level or a shorter term (W4.2). */
export function isEased(before: Confidence, after: Confidence): boolean {
  const [was, is] = [rank(before), rank(after)];
  return is < was || (is === was && endOf(after) < endOf(before));
}

const rank = ({ confidentiality }: Confidence): number => confidentialities.indexOf(confidentiality);
const endOf = ({ confidentialUntil }: Confidence): number => confidentialUntil?.getTime() ?? Infinity;
