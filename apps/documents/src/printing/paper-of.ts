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
  /** Names of the files that are attached, in order. */
  attachments: readonly string[];
  /** Who signed it off, of a paper to a higher office. */
  signer: string | null;
}

/** 函 and 复函 go out as letters, all others under a red head. */
const forms: Record<OutgoingKind, PaperForm> = { notice: 'document', report: 'document', request: 'document', letter: 'letter', reply: 'letter' };
/** 上行文 names who signed it (GB/T 9704-2012, 7.2.6). */
export const namesSigner = (kind: OutgoingKind): boolean => kind === 'report' || kind === 'request';

export const urgencyNames: Record<DocumentUrgency, string | null> = { ordinary: null, urgent: '加急', 'most-urgent': '特急' };
/** The office's own levels: those of the state are not its to give. */
export const confidentialityNames: Record<Confidentiality, string | null> = { open: null, internal: '内部', confidential: '保密' };

/** The first line of a text that names whom it goes to ends with a colon, as the templates have it. */
const addressing = /^(?<addressees>[^\n]{1,200})[：:][^\S\n]*(?:\n|$)/u;

/** A file's name is its title with an ending that nobody reads. */
const withoutEnding = (name: string): string => name.replace(/(?<=.)\.[a-z0-9]{1,8}$/i, '');

export function paperOf({ kind, number, urgency, confidentiality, dated, numberedAt, text, office, share, attachments, signer }: Papered): OfficialPaper {
  const form = forms[kind];
  const body = text.body.trim();
  const addressed = addressing.exec(body);
  return {
    form,
    mark: form === 'letter' ? office : `${office}文件`,
    number,
    copyNumber: share === null ? null : String(share).padStart(6, '0'),
    confidentiality: confidentialityNames[confidentiality],
    urgency: urgencyNames[urgency],
    signer,
    title: text.title,
    addressees: addressed?.groups?.addressees ?? null,
    body: addressed ? body.slice(addressed[0].length) : body,
    attachments: attachments.map(withoutEnding),
    signature: office,
    date: dayInChina(dated),
    note: null,
    attendance: null,
    imprint: form === 'letter' || !numberedAt ? null : { copiesTo: null, office, date: dayInChina(numberedAt) },
  };
}
