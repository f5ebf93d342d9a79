import type { Confidentiality, DocumentUrgency, OutgoingKind } from '@property-office/contracts';
import type { OfficialPaper, PaperForm } from '@property-office/official-papers';
import type { OutgoingText } from '../domain/outgoing-text';
import { dayInChina } from '../domain/register-number';

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
  /** 发文机关. */
  office: string;
  /** The number of this copy, of a confidential document. */
  share: number | null;
}

/** 函 and 复函 go out as letters, all others under a red head. */
const forms: Record<OutgoingKind, PaperForm> = { notice: 'document', report: 'document', request: 'document', letter: 'letter', reply: 'letter' };
const urgencies: Record<DocumentUrgency, string | null> = { ordinary: null, urgent: '加急', 'most-urgent': '特急' };
/** The office's own levels: those of the state are not its to give. */
const levels: Record<Confidentiality, string | null> = { open: null, internal: '内部', confidential: '保密' };

/** The first line of a text that names whom it goes to ends with a colon, as the templates have it. */
const addressing = /^(?<addressees>[^\n]{1,200})[：:][^\S\n]*(?:\n|$)/u;

export function paperOf({ kind, number, urgency, confidentiality, dated, numberedAt, text, office, share }: Papered): OfficialPaper {
  const form = forms[kind];
  const body = text.body.trim();
  const addressed = addressing.exec(body);
  return {
    form,
    mark: form === 'letter' ? office : `${office}文件`,
    number,
    copyNumber: share === null ? null : String(share).padStart(6, '0'),
    confidentiality: levels[confidentiality],
    urgency: urgencies[urgency],
    signer: null,
    title: text.title,
    addressees: addressed?.groups?.addressees ?? null,
    body: addressed ? body.slice(addressed[0].length) : body,
    attachments: [],
    signature: office,
    date: dayInChina(dated),
    note: null,
    attendance: null,
    imprint: form === 'letter' || !numberedAt ? null : { copiesTo: null, office, date: dayInChina(numberedAt) },
  };
}
