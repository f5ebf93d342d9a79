import { ApiProperty } from '@nestjs/swagger';
import { handOverParts, type HandOverPart } from '@property-office/contracts';
import type { Seal } from '@property-office/audit';
import { signingLinkStanding } from '../../../lists/domain/signing-link';
import { SigningLinkView, signingLinkView } from '../../../lists/features/signing-link.view';
import { namedParts, type NamedPart } from '../../domain/parts';
import type { HandOverLink } from '../../persistence/hand-over-links';
import type { HandOver } from '../../persistence/hand-over.entity';
import type { HandOverSignature, Party } from '../../persistence/hand-overs';
import { RecordHandOverView, handOverView } from '../hand-over.view';

export class PartyView {
  @ApiProperty({ enum: namedParts })
  part!: NamedPart;

  @ApiProperty({ format: 'uuid' })
  personId!: string;
}

export class HandOverLinkView extends SigningLinkView {
  @ApiProperty({ enum: namedParts })
  part!: NamedPart;
}

export class HandOverSignatureView {
  @ApiProperty({ enum: handOverParts })
  part!: HandOverPart;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: by a link / 凭链接签字的为空' })
  personId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  linkId!: string | null;

  @ApiProperty({ description: 'Of the manifest that was signed for / 所签清单的摘要' })
  manifestHash!: string;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;
}

export class SealView {
  @ApiProperty({ description: '密钥编号' })
  kid!: string;

  @ApiProperty({ description: 'Ed25519 over `<hash>  manifest.json` and a line feed, base64url / 对清单摘要的签名' })
  signature!: string;

  @ApiProperty({ description: 'PEM' })
  publicKey!: string;
}

export class HandOverDetailView extends RecordHandOverView {
  @ApiProperty({ type: [PartyView], description: '指定的接收人、监交人' })
  parties!: PartyView[];

  @ApiProperty({ type: [HandOverLinkView] })
  links!: HandOverLinkView[];

  @ApiProperty({ type: [HandOverSignatureView], description: '签字，永久保存 / Signatures, kept for good' })
  signatures!: HandOverSignatureView[];

  @ApiProperty({ type: SealView, nullable: true, description: 'Null until it is sealed / 封装前为空' })
  seal!: SealView | null;
}

interface Beside {
  parties: Party[];
  links: readonly HandOverLink[];
  signatures: readonly HandOverSignature[];
  seal: Seal | undefined;
  now: Date;
}

export function handOverDetailView(list: HandOver, { parties, links, signatures, seal, now }: Beside): HandOverDetailView {
  const waits = (part: HandOverPart): boolean => list.state === 'sealed' && !signatures.some((each) => each.part === part);
  return {
    ...handOverView(list),
    parties: parties.map(({ part, personId }) => ({ part, personId })),
    links: links.map((link) => ({ ...signingLinkView(link, signingLinkStanding(link, { waits: waits(link.part), hash: list.manifestHash }, now)), part: link.part })),
    signatures: signatures.map(({ happenedAt, ...each }) => ({ ...each, happenedAt: happenedAt.toISOString() })),
    seal: seal ?? null,
  };
}
