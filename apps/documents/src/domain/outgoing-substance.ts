import type { Attendance } from './attendance';
import { canonicalForm, type OutgoingText } from './outgoing-text';

/** What a signature stands for (W1.2): what the document says, who was at the meeting it minutes, and who else has it (抄送). */
export interface OutgoingSubstance extends OutgoingText {
  attendance: Attendance | null;
  copiesTo: readonly string[];
}

/** What stands beside a text. */
export type BesideText = Omit<OutgoingSubstance, keyof OutgoingText>;

/** Its lists, in the order of the paper. */
const attendanceLists = ['present', 'absent', 'observers'] as const;
export const listsBesideText = [...attendanceLists, 'copiesTo'] as const;
export type ListBesideText = (typeof listsBesideText)[number];

const listNames: Record<ListBesideText, string> = { present: '出席', absent: '请假', observers: '列席', copiesTo: '抄送' };

export function namesIn({ attendance, copiesTo }: BesideText, list: ListBesideText): readonly string[] {
  return list === 'copiesTo' ? copiesTo : (attendance?.[list] ?? []);
}

/** Whether two differ in typography alone, so that what was signed off still stands. */
export function saysTheSame(one: OutgoingSubstance, other: OutgoingSubstance): boolean {
  return canonicalSubstance(one) === canonicalSubstance(other);
}

/** Whether two versions do: by title and body alone where one of them does not keep what stood beside, as no hash tells then. */
export function versionsAgree(one: OutgoingText & { beside: BesideText | null }, other: OutgoingText & { beside: BesideText | null }): boolean {
  const nothing: BesideText = { attendance: null, copiesTo: [] };
  const known = one.beside !== null && other.beside !== null;
  return saysTheSame({ ...one, ...(known ? one.beside! : nothing) }, { ...other, ...(known ? other.beside! : nothing) });
}

/** What is compared and hashed, the title in a line of its own: it never runs into a body. */
export function canonicalSubstance(substance: OutgoingSubstance): string {
  return inOne(substance, canonicalForm);
}

/** All of it to the letter. `ops verify` makes the same of a version that is kept, in SQL. */
export function literalSubstance(substance: OutgoingSubstance): string {
  return inOne(substance, (text) => text);
}

/**
 * A list begins with a record separator, its names are parted by unit separators, and no text may hold either: two names are never one longer one, nor
 * is who was absent present. Their order is that of the paper, by rank, and says something. Where there is neither attendance nor copies nothing
 * follows the body, so that such a document is hashed as all were before these counted.
 */
function inOne(substance: OutgoingSubstance, form: (text: string) => string): string {
  const { title, body, attendance, copiesTo } = substance;
  const lists = attendance === null && copiesTo.length === 0 ? [] : listsBesideText.map((list) => `\u001e${namesIn(substance, list).map(form).join('\u001f')}`);
  return `${form(title)}\n${form(body)}${lists.join('')}`;
}

/** The whole of it as one text, as a record keeps it, with whom it is to (主送). */
export function wholeText(substance: OutgoingSubstance & { recipients: readonly string[] }): string {
  const { recipients, copiesTo } = substance;
  const lists = attendanceLists.map((list) => [listNames[list], namesIn(substance, list)] as const);
  const lines = [...lists, ['主送', recipients] as const, [listNames.copiesTo, copiesTo] as const].flatMap(([name, names]) => (names.length === 0 ? [] : [`${name}：${names.join('、')}`]));
  return [substance.title, substance.body, ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n');
}
