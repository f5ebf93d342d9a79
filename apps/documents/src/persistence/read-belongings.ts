import { Injectable } from '@nestjs/common';
import { principalAsked, workInHand } from '@property-office/backbone';
import type { BelongingsInHand, BelongingsOf } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { mayBeKnown } from './document-access';

/** Documents a person is to act on, and those they are to read. */
const incoming = `
  SELECT id FROM incoming_document WHERE acting_person_id = $1 AND state = 'decided'
  UNION SELECT r.document_id FROM circulation_reader r JOIN incoming_document i ON i.id = r.document_id AND i.circulation = r.circulation
    WHERE r.person_id = $1 AND r.read_at IS NULL AND r.left_out_at IS NULL`;

/** Those of whose paper they have the original: where the registration is void, too, as the paper is there all the same. */
const held = 'SELECT document_id FROM paper_holder WHERE person_id = $1 AND ends_at IS NULL';

/** Drafts of theirs, and what they are to review or to countersign. */
const outgoing = `
  SELECT id FROM outgoing_document WHERE drafted_by = $1 AND state = 'drafted'
  UNION SELECT id FROM outgoing_document WHERE reviewer_id = $1 AND state = 'submitted'
  UNION SELECT c.document_id FROM outgoing_countersigner c JOIN outgoing_document o ON o.id = c.document_id AND o.round = c.round
    WHERE c.person_id = $1 AND c.signed_at IS NULL AND o.state = 'reviewed'`;

/** What of papers somebody else must take over (G6), besides: mail that waits for them, directives they have not acknowledged, print jobs they have taken. */
@Injectable()
export class ReadBelongings {
  constructor(private readonly database: Database) {}

  /** Without what is confidential and the reader may not know of (W1.1). */
  of({ personId, reader }: BelongingsOf): Promise<BelongingsInHand> {
    const known = mayBeKnown(principalAsked(reader), 2);
    return workInHand(
      this.database,
      personId,
      {
        mail: `SELECT id, number, site_id, changed_at FROM mail_item WHERE addressee_id = $1 AND state = 'waiting'`,
        'incoming-document': `SELECT d.id, d.number, d.site_id, d.recorded_at FROM incoming_document d
          WHERE (d.id IN (${held}) OR (d.id IN (${incoming}) AND d.state <> 'voided')) AND d.state NOT IN ('sent-back', 'filed') AND ${known.sql}`,
        'outgoing-document': `SELECT d.id, coalesce(d.number, d.draft_number), d.site_id, d.recorded_at FROM outgoing_document d WHERE d.id IN (${outgoing}) AND ${known.sql}`,
        directive: `SELECT d.id, d.number, d.site_id, a.told_at FROM directive_addressee a JOIN directive d ON d.id = a.directive_id AND d.state = 'given'
          WHERE a.person_id = $1 AND a.acknowledged_at IS NULL`,
        'print-job': `SELECT d.id, d.number, d.site_id, d.changed_at FROM print_job d WHERE d.taken_by = $1 AND d.state = 'taken' AND ${known.sql}`,
      },
      known.params,
    );
  }
}
