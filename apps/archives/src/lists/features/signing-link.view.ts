import { ApiProperty } from '@nestjs/swagger';
import { linkWays, secondPersonBodies } from '@property-office/contracts';
import { signingLinkStandings, type SigningLink, type SigningLinkStanding } from '../domain/signing-link';

/** A link for somebody from elsewhere who signs, without its secret. */
export class SigningLinkView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
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

  @ApiProperty({ enum: signingLinkStandings })
  status!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: string | null;
}

export class IssuedLinkView extends SigningLinkView {
  @ApiProperty({ format: 'uri', description: 'Shown this once; whoever has it may sign once / 仅显示一次' })
  url!: string;
}

export function signingLinkView(link: SigningLink, status: SigningLinkStanding): SigningLinkView {
  const { id, name, body, sentBy, issuedBy } = link;
  return {
    id,
    name,
    body,
    sentBy,
    issuedBy,
    issuedAt: link.issuedAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
    status,
    decidedAt: link.decidedAt?.toISOString() ?? null,
  };
}
