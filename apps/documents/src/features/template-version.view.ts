import { ApiProperty } from '@nestjs/swagger';
import { outgoingKinds, type OutgoingKind } from '@property-office/contracts';
import type { TemplateVersion } from '../persistence/outgoing-templates';

/** A version of a template that an office wrote. It never changes. */
export class TemplateVersionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: outgoingKinds })
  kind!: OutgoingKind;

  @ApiProperty({ description: 'Counts from 1; 0 is the shipped one / 版本，0 为出厂模板' })
  version!: number;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  body!: string;

  @ApiProperty({ format: 'date-time', description: '生效时间' })
  effectiveFrom!: string;

  @ApiProperty({ format: 'uuid' })
  madeBy!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'For whom / 代谁' })
  madeFor!: string | null;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;
}

export function templateVersionView({ id, siteId, kind, version, title, body, effectiveFrom, madeBy, madeFor, recordedAt }: TemplateVersion): TemplateVersionView {
  return { id, siteId, kind, version, title, body, effectiveFrom: effectiveFrom.toISOString(), madeBy, madeFor, recordedAt: recordedAt.toISOString() };
}
