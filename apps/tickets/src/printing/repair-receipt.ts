import { localTime } from '@property-office/calendar';
import type { Localized } from '@property-office/kernel';
import type { Receipt } from '@property-office/receipts';
import { stateNames, type RepairState } from '../domain/repair-states';
import { goesOnTitle } from './goes-on-title';

interface Reported {
  number: string;
  state: RepairState;
  /** The reporter's own words. */
  description: string;
  happenedAt: Date;
  preferredFrom: Date | null;
  preferredTo: Date | null;
}

interface Around extends Pick<Receipt, 'site' | 'timeZone' | 'url' | 'by'> {
  place: Localized;
  category: Localized;
  /** What goes on for a double. */
  mergedInto: { number: string; status: Localized } | null;
}

export function repairReceipt(repair: Reported, { place, category, mergedInto, ...around }: Around): Receipt {
  const { number, state, description, happenedAt, preferredFrom: from, preferredTo: to } = repair;
  const at = (instant: Date): string => localTime(instant, around.timeZone);
  return {
    ...around,
    title: { zh: '报修回执', en: 'Receipt of a repair request' },
    number,
    what: [
      { name: { zh: '地点', en: 'Place' }, value: place },
      { name: { zh: '类别', en: 'Category' }, value: category },
      { name: { zh: '问题', en: 'What was reported' }, value: description },
      ...(from && to ? [{ name: { zh: '方便上门的时间', en: 'Preferred window' }, value: `${at(from)} – ${at(to)}` }] : []),
    ],
    reportedAt: happenedAt,
    status: stateNames[state],
    came: mergedInto ? [{ name: goesOnTitle, value: [mergedInto.number, mergedInto.status] }] : [],
  };
}
