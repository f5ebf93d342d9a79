import type { SqlFragment } from '@property-office/access';
import type { Principal, RegisterDirection } from '@property-office/contracts';
import type { FoundKind } from '../domain/found-kinds';
import { directiveAccess } from './directives';
import { documentAccess } from './document-access';
import { mailAccess } from './mail-items';

/** Where the search looks for one kind of paper. */
interface SearchedTable {
  table: string;
  /** As its rights call it. */
  as: string;
  /** Of its register, if it is in one. */
  direction?: RegisterDirection;
  number: string;
  title: string;
  /** Those of its list: who does not see it there does not find it. */
  access(principal: Principal, firstParam: number): SqlFragment;
}

export const searchedTables: Record<FoundKind, SearchedTable> = {
  'incoming-document': {
    table: 'incoming_document',
    as: 'd',
    direction: 'incoming',
    number: 'd.number',
    title: 'd.title',
    access: (principal, firstParam) => documentAccess(principal, 'documents.listDocuments', 'read', firstParam),
  },
  'outgoing-document': {
    table: 'outgoing_document',
    as: 'd',
    direction: 'outgoing',
    number: 'coalesce(d.number, d.draft_number)',
    title: 'd.title',
    access: (principal, firstParam) => documentAccess(principal, 'documents.listOutgoing', 'read', firstParam),
  },
  directive: {
    table: 'directive',
    as: 'd',
    number: 'd.number',
    title: 'd.title',
    access: (principal, firstParam) => directiveAccess(principal, 'documents.listDirectives', 'read', firstParam),
  },
  'mail-item': {
    table: 'mail_item',
    as: 'm',
    number: 'm.number',
    title: 'coalesce(m.subject, m.sender)',
    access: (principal, firstParam) => mailAccess(principal, 'documents.listMail', 'read', firstParam),
  },
};
