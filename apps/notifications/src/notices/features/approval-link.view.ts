import { ApiProperty } from '@nestjs/swagger';
import { linkWays, secondPersonBodies } from '@property-office/contracts';
import { linkStandings, standingOf, type ApprovalLink, type DecidedOn } from '../domain/approval-link';

/** Who from elsewhere may decide, or has decided, by whose link; for the staff. */
export class ApprovalLinkView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Whom it was issued for / 审核人姓名' })
  name!: string;

  @ApiProperty({ enum: secondPersonBodies })
  body!: string;

  @ApiProperty({ enum: linkWays })
  sentBy!: string;

  @ApiProperty({ format: 'uuid' })
  issuedBy!: string;

  @ApiProperty({ format: 'date-time' })
  issuedAt!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  @ApiProperty({ enum: linkStandings, description: 'void: nothing waits for it any more / 已无需审核' })
  status!: string;

  @ApiProperty({ enum: ['approved', 'returned'], nullable: true })
  outcome!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: string | null;
}

export function linkViewOf(link: ApprovalLink, notice: DecidedOn, now: Date): ApprovalLinkView {
  const { id, name, body, sentBy, issuedBy, outcome } = link;
  return {
    id,
    name,
    body,
    sentBy,
    issuedBy,
    issuedAt: link.issuedAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
    status: standingOf(link, notice, now),
    outcome,
    decidedAt: link.decidedAt?.toISOString() ?? null,
  };
}
