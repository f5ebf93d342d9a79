import { ApiProperty } from '@nestjs/swagger';
import { claimKinds, claimStates, type ClaimKind, type ClaimState } from '../domain/home-claim-states';
import type { HomeClaim } from '../persistence/home-claim.entity';
import type { ClaimSeen } from '../persistence/read-home-claims';
import { NameView } from './name.dto';

export class HomeClaimView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'To the claimant, who named it in words, only once confirmed',
  })
  homeId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'As the claimant wrote it' })
  placeWords!: string | null;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: claimKinds })
  kind!: ClaimKind;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ enum: claimStates })
  status!: ClaimState;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was refused' })
  reason!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  tieId!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export class ListedHomeClaimView extends HomeClaimView {
  @ApiProperty({ type: NameView, nullable: true, description: '3栋2单元501' })
  homeLabel!: NameView | null;

  @ApiProperty({ type: String, nullable: true, example: '138****0000' })
  phone!: string | null;
}

export class HomeClaimPage {
  @ApiProperty({ type: [ListedHomeClaimView] })
  items!: ListedHomeClaimView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** Whether words name a home, and which, is nothing for whoever wrote them: they could ask for every home of a site. */
function knows({ personId, placeWords, state }: HomeClaim, viewerId: string): boolean {
  return personId !== viewerId || placeWords === null || state === 'confirmed';
}

export function homeClaimView(claim: HomeClaim, viewerId: string): HomeClaimView {
  const { id, personId, siteId, placeWords, name, kind, note, state, reason, tieId, version } = claim;
  return {
    id,
    personId,
    siteId,
    homeId: knows(claim, viewerId) ? claim.homeId : null,
    placeWords,
    name,
    kind,
    note,
    status: state,
    reason,
    tieId,
    decidedAt: claim.decidedAt?.toISOString() ?? null,
    createdAt: claim.createdAt.toISOString(),
    version,
  };
}

export function listedClaimView({ claim, home, phone }: ClaimSeen, viewerId: string): ListedHomeClaimView {
  const homeLabel = home && knows(claim, viewerId) ? { zh: home.label, en: home.labelEn } : null;
  return { ...homeClaimView(claim, viewerId), homeLabel, phone };
}
