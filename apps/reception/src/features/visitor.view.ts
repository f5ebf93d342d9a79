import { ApiProperty } from '@nestjs/swagger';
import { visitorKinds, type VisitorKind } from '@property-office/contracts';
import { visitorStates, type VisitorState } from '../domain/visitor-states';
import type { Visitor } from '../persistence/visitor.entity';

export class GuestView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;
}

/** A visitor as the API shows them. */
export class VisitorView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'V-20261123-10007' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: visitorStates })
  status!: VisitorState;

  @ApiProperty({ enum: visitorKinds, description: 'A guest of a resident or of the office / 住户访客或物业访客' })
  kind!: VisitorKind;

  @ApiProperty({ format: 'uuid' })
  hostId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  homeId!: string | null;

  @ApiProperty({ type: GuestView, nullable: true, description: 'Masked; null once its retention is over / 已脱敏，保存期满后删除' })
  guest!: GuestView | null;

  @ApiProperty({ type: String, nullable: true })
  purpose!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What was said at the desk, of a visitor made of a contact: for the staff, and for a host who said it / 来电来访人的原话，仅工作人员及本人来电的被访人可见' })
  note!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The contact the visitor was made of / 由哪条来电来访转来' })
  contactId!: string | null;

  @ApiProperty()
  partySize!: number;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ format: 'date-time' })
  until!: string;

  @ApiProperty({ description: 'A pass was issued and is good / 通行码有效' })
  hasPass!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  cameAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  leftAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  overstayedAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function visitorView(visitor: Omit<Visitor, 'toldByHost'>, guest: GuestView | null): VisitorView {
  return {
    id: visitor.id,
    number: visitor.number,
    siteId: visitor.siteId,
    status: visitor.state,
    kind: visitor.kind,
    hostId: visitor.hostId,
    homeId: visitor.homeId,
    guest,
    purpose: visitor.purpose,
    note: visitor.note,
    contactId: visitor.contactId,
    partySize: visitor.partySize,
    from: visitor.from.toISOString(),
    until: visitor.until.toISOString(),
    hasPass: visitor.passIndex !== null,
    cameAt: visitor.cameAt?.toISOString() ?? null,
    leftAt: visitor.leftAt?.toISOString() ?? null,
    overstayedAt: visitor.overstayedAt?.toISOString() ?? null,
    recordedAt: visitor.recordedAt.toISOString(),
    version: visitor.version,
  };
}
