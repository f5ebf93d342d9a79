import type { Localized } from '@property-office/kernel';
import type { ContactState } from './contact-states';
import type { HandOverRole } from './hand-over';

/** How an enquiry stands for the resident who wrote it: who of the office has it is the office's business. */
export const enquiryStates = ['received', 'in-hand', 'answered', 'guided-elsewhere', 'converted'] as const;
export type EnquiryState = (typeof enquiryStates)[number];

export const enquiryStateNames: Record<EnquiryState, Localized> = {
  received: { zh: '已收到，待客服接手', en: 'received, to be taken by the desk' },
  'in-hand': { zh: '处理中', en: 'in hand' },
  answered: { zh: '已答复', en: 'answered' },
  'guided-elsewhere': { zh: '已指引', en: 'guided elsewhere' },
  converted: { zh: '已转办', en: 'passed on' },
};

export function enquiryState(state: ContactState, offeredRole: HandOverRole | null): EnquiryState {
  if (state === 'offered') return offeredRole === 'desk' ? 'received' : 'in-hand';
  return state === 'open' ? 'in-hand' : state;
}
