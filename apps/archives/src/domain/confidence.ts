import { confidentialities, type Confidentiality } from '@property-office/contracts';

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
