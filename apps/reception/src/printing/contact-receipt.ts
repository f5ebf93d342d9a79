import type { ContactChannel, ConversionKind } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';
import type { Receipt } from '@property-office/receipts';
import { stateNames, type ContactState } from '../domain/contact-states';

const channelNames: Record<ContactChannel, Localized> = {
  call: { zh: '来电', en: 'call' },
  'walk-in': { zh: '来访', en: 'walk-in' },
  letter: { zh: '来信', en: 'letter' },
  message: { zh: '聊天消息', en: 'message' },
  portal: { zh: '门户', en: 'portal' },
};

const kindNames: Record<ConversionKind, Localized> = {
  'repair-request': { zh: '报修', en: 'repair request' },
  complaint: { zh: '投诉', en: 'complaint' },
  suggestion: { zh: '建议', en: 'suggestion' },
  visitor: { zh: '访客', en: 'visitor' },
};

interface Recorded {
  number: string;
  state: ContactState;
  channel: ContactChannel;
  ownWords: string;
  answer: string | null;
  guidedTo: string | null;
  convertedTo: ConversionKind | null;
  happenedAt: Date;
}

interface Around extends Pick<Receipt, 'site' | 'timeZone' | 'url' | 'by'> {
  place: Localized | null;
  /** Of what it became, once it has one. */
  convertedNumber: string | null;
}

/** In the caller's own words: the summary is what the desk writes for itself. */
export function contactReceipt(contact: Recorded, { place, convertedNumber, ...around }: Around): Receipt {
  const { number, state, channel, ownWords, answer, guidedTo, convertedTo, happenedAt } = contact;
  return {
    ...around,
    title: { zh: '来电来访回执', en: 'Receipt of a call or visit' },
    number,
    what: [
      ...(place ? [{ name: { zh: '房屋', en: 'Home' }, value: place }] : []),
      { name: { zh: '方式', en: 'How' }, value: channelNames[channel] },
      { name: { zh: '您说的', en: 'In your words' }, value: ownWords || { zh: '（见您发来的截图）', en: '(in the picture you sent)' } },
    ],
    reportedAt: happenedAt,
    status: stateNames[state],
    came: [
      ...(answer === null ? [] : [{ name: { zh: '答复', en: 'Answer' }, value: answer }]),
      ...(guidedTo === null ? [] : [{ name: { zh: '请到这里办理', en: 'Where to turn' }, value: guidedTo }]),
      ...(convertedTo === null ? [] : [{ name: { zh: '已转为', en: 'Became' }, value: [kindNames[convertedTo], ...(convertedNumber === null ? [] : [convertedNumber])] }]),
    ],
  };
}
