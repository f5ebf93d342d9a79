import type { AskedPrincipal } from './internal-routes';

/** How a piece of mail came (W1.1). */
export const mailKinds = ['letter', 'express', 'email', 'fax'] as const;
export type MailKind = (typeof mailKinds)[number];

/** How soon a document is to be dealt with (平件, 急件, 特急). */
export const documentUrgencies = ['ordinary', 'urgent', 'most-urgent'] as const;
export type DocumentUrgency = (typeof documentUrgencies)[number];

/** The office's own levels, none of the state's: only who is named in the chain knows of what is confidential. */
export const confidentialities = ['open', 'internal', 'confidential'] as const;
export type Confidentiality = (typeof confidentialities)[number];

/** documents' internal route, for incoming and outgoing documents alike: `POST DocumentVisibilityAsked` → `CaseVisibility`. Who sees a document sees its timeline. */
export const documentVisiblePath = '/internal/incoming-documents/visible';

export interface DocumentVisibilityAsked {
  documentId: string;
  principal: AskedPrincipal;
}

/** Kinds of outgoing documents (文种: 通知, 函, 报告, 请示, 复函, 纪要); each has a template. */
export const outgoingKinds = ['notice', 'letter', 'report', 'request', 'reply', 'minutes'] as const;
export type OutgoingKind = (typeof outgoingKinds)[number];

/** What a register numbers: what came in, or what goes out. */
export const registerDirections = ['incoming', 'outgoing'] as const;
export type RegisterDirection = (typeof registerDirections)[number];
