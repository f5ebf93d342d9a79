import { dayInChina, type Confidentiality, type DocumentUrgency, type OutgoingKind } from '@property-office/contracts';
import type { Imprint, OfficialPaper, PaperForm } from '@property-office/official-papers';
import type { Attendance } from '../domain/attendance';
import type { OutgoingText } from '../domain/outgoing-text';

/** An outgoing document, as its paper shows it. */
export interface Papered {
  kind: OutgoingKind;
  number: string | null;
  urgency: DocumentUrgency;
  confidentiality: Confidentiality;
  /** Of the sign-off (成文日期); before it, of the last change. */
  dated: Date;
  numberedAt: Date | null;
  text: OutgoingText;
  recipients: readonly string[];
  copiesTo: readonly string[];
  attendance: Attendance | null;
  /** 发文机关. */
  office: string;
  /** The number of this copy, of a confidential document. */
  share: number | null;
  /** Names of the files that are attached, in order. */
  attachments: readonly string[];
  /** Who signed it off, of a paper to a higher office. */
  signer: string | null;
}

/** 函 and 复函 go out as letters, 纪要 as minutes, all others under a red head. */
const forms: Record<OutgoingKind, PaperForm> = { notice: 'document', report: 'document', request: 'document', letter: 'letter', reply: 'letter', minutes: 'minutes' };
const marks: Record<PaperForm, (office: string) => string> = { document: (office) => `${office}文件`, letter: (office) => office, minutes: (office) => `${office}会议纪要` };
/** 上行文 names who signed it (GB/T 9704-2012, 7.2.6). */
export const namesSigner = (kind: OutgoingKind): boolean => kind === 'report' || kind === 'request';

export const urgencyNames: Record<DocumentUrgency, string | null> = { ordinary: null, urgent: '加急', 'most-urgent': '特急' };
/** The office's own levels: those of the state are not its to give. */
export const confidentialityNames: Record<Confidentiality, string | null> = { open: null, internal: '内部', confidential: '保密' };

/** The first line of a text that names whom it goes to ends with a colon, as the templates have it. */
const addressing = /^(?<addressees>[^\n]{1,200})[：:][^\S\n]*(?:\n|$)/u;

/** A file's name is its title with an ending that nobody reads. */
const withoutEnding = (name: string): string => name.replace(/(?<=.)\.[a-z0-9]{1,8}$/i, '');

export function paperOf(papered: Papered): OfficialPaper {
  const { kind, number, urgency, confidentiality, dated, text, office, share, attachments, signer, attendance } = papered;
  const form = forms[kind];
  const body = text.body.trim();
  const addressed = form === 'minutes' ? null : addressing.exec(body);
  return {
    form,
    mark: marks[form](office),
    number,
    copyNumber: share === null ? null : String(share).padStart(6, '0'),
    confidentiality: confidentialityNames[confidentiality],
    urgency: urgencyNames[urgency],
    signer,
    title: text.title,
    addressees: addressed?.groups?.addressees ?? null,
    body: addressed ? body.slice(addressed[0].length) : body,
    attachments: attachments.map(withoutEnding),
    signature: form === 'minutes' ? null : office,
    date: dayInChina(dated),
    note: null,
    attendance: attendance && { present: named(attendance.present)!, absent: named(attendance.absent), observers: named(attendance.observers) },
    imprint: imprintOf(papered, form),
  };
}

const named = (names: readonly string[]): string | null => (names.length === 0 ? null : names.join('、'));

/** Minutes, which are to nobody above their text, say whom they go to here (7.4.2); a letter has one only for who else has it (10.1). */
function imprintOf({ recipients, copiesTo, numberedAt, office }: Papered, form: PaperForm): Imprint | null {
  const to = { addressees: form === 'minutes' ? recipients.join('，') : null, copiesTo: copiesTo.length > 0 ? copiesTo.join('，') : null };
  if (form === 'letter') return to.copiesTo === null ? null : { ...to, printed: null };
  return numberedAt && { ...to, printed: { office, date: dayInChina(numberedAt) } };
}
