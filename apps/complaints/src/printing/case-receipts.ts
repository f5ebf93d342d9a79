import type { Localized } from '@property-office/kernel';
import type { Receipt } from '@property-office/receipts';
import { kindsOfComplaint } from '../domain/complaint-kinds';
import { stateNames as complaintStateNames } from '../domain/complaint-states';
import { stateNames as suggestionStateNames } from '../domain/suggestion-states';
import type { Complaint } from '../persistence/complaint.entity';
import type { Suggestion } from '../persistence/suggestion.entity';
import { goesOnTitle } from './goes-on-title';

interface Around extends Pick<Receipt, 'site' | 'timeZone' | 'url' | 'by'> {
  place: Localized | null;
}

type Line = Receipt['what'][number];

const line = (zh: string, en: string, value: string | Localized | null | undefined): Line[] => (value ? [{ name: { zh, en }, value }] : []);

/**
 * What a complainant may read of their case, and nothing of the file.
 * @param words theirs; null: several complain, and the paper is handed to one of them
 */
export function complaintReceipt(complaint: Complaint, words: string | null, { place, ...around }: Around): Receipt {
  const { number, state, kind, apology, explanation, helpGiven, result, happenedAt, mergedIntoNumber } = complaint;
  return {
    ...around,
    title: { zh: '投诉回执', en: 'Receipt of a complaint' },
    number,
    what: [...line('地点', 'Place', place), ...line('类别', 'About', kindsOfComplaint[kind].name), ...line('您说的', 'In your words', words)],
    reportedAt: happenedAt,
    status: complaintStateNames[state],
    came: [
      ...(mergedIntoNumber === null ? [] : [{ name: goesOnTitle, value: mergedIntoNumber }]),
      ...line('致歉', 'Apology', apology),
      ...line('解释', 'Explanation', explanation),
      ...line('所给帮助', 'Help given', helpGiven),
      ...line('处理结果', 'Result', result),
    ],
  };
}

export function suggestionReceipt(suggestion: Suggestion, { place, ...around }: Around): Receipt {
  const { number, state, words, answer, outcome, happenedAt } = suggestion;
  return {
    ...around,
    title: { zh: '建议回执', en: 'Receipt of a suggestion' },
    number,
    what: [...line('地点', 'Place', place), ...line('您建议的', 'In your words', words)],
    reportedAt: happenedAt,
    status: suggestionStateNames[state],
    came: [...line('答复', 'Answer', answer), ...line('落实情况', 'What came of it', outcome)],
  };
}
