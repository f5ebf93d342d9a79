import { personsBehind } from '@property-office/access';
import type { Actor } from '@property-office/contracts';
import { isOffice } from '../domain/office';
import { outgoingErrors } from '../domain/outgoing-errors';
import { actsFor } from '../domain/outgoing-people';
import type { OutgoingDocument } from './outgoing-document.entity';

/** Nobody approves their own words, nor those of whom they stand in for (G1). @throws ownDraft (403) */
export function assertNotAuthor({ authorIds }: OutgoingDocument, actor: Actor): void {
  if (personsBehind(actor).some((personId) => authorIds.includes(personId))) throw outgoingErrors.ownDraft();
}

/** A draft is its authors' and the office's to change, to submit and to discard. @throws notYourDraft (403) */
export function assertTheirDraft({ authorIds }: OutgoingDocument, actor: Actor): void {
  if (!isOffice(actor) && actsFor(actor, authorIds) === undefined) throw outgoingErrors.notYourDraft();
}

/** Those who wrote it, and whoever writes of it now. */
export function withAuthor(authorIds: readonly string[], actor: Actor): string[] {
  return [...new Set([...authorIds, ...personsBehind(actor)])];
}
