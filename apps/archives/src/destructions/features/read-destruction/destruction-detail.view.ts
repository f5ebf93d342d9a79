import { ApiProperty } from '@nestjs/swagger';
import { DestructionView, destructionView } from '../destruction.view';
import { ListedRecordView, listedRecordView } from '../../../lists/features/listed-record.view';
import type { SigningLink } from '../../../lists/domain/signing-link';
import { SigningLinkView, signingLinkView } from '../../../lists/features/signing-link.view';
import type { ShownRecord } from '../../../lists/persistence/read-lists';
import { witnessLinkStanding } from '../../domain/witness-link';
import type { Destruction } from '../../persistence/destruction.entity';
import type { Signature } from '../../persistence/destructions';
import type { Wipe } from '../../persistence/read-wipes';

export class SignatureView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: by a link / 凭链接签字的为空' })
  personId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  linkId!: string | null;

  @ApiProperty({ description: 'Of the list that was signed for / 所签清册的摘要' })
  listHash!: string;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;
}

export class HolderView {
  @ApiProperty({ example: 'incoming-document' })
  type!: string;

  @ApiProperty({ format: 'uuid' })
  id!: string;
}

export class KeptBytesView {
  @ApiProperty()
  sha256!: string;

  @ApiProperty({ type: [HolderView], description: 'Empty: an upload that nothing has yet / 为空：尚未使用的上传文件' })
  heldBy!: HolderView[];
}

export class WipeView {
  @ApiProperty({ format: 'uuid' })
  recordId!: string;

  @ApiProperty({ type: [String], description: 'SHA-256 of bytes that are gone / 已清除的文件' })
  wiped!: string[];

  @ApiProperty({ type: [KeptBytesView], description: 'Bytes that something else holds, too / 另有归属而保留的文件' })
  kept!: KeptBytesView[];
}

export class DestructionDetailView extends DestructionView {
  @ApiProperty({ type: [ListedRecordView] })
  records!: ListedRecordView[];

  @ApiProperty({ type: [String], format: 'uuid', description: '指定的监销人 / Witnesses of the site, by name' })
  witnessIds!: string[];

  @ApiProperty({ type: [SigningLinkView] })
  witnessLinks!: SigningLinkView[];

  @ApiProperty({ type: [SignatureView], description: '监销签字，永久保存 / Signatures of the witnesses, kept for good' })
  signatures!: SignatureView[];

  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of its line in the register / 登记册凭证' })
  registerHash!: string | null;

  @ApiProperty({ type: [WipeView] })
  wipes!: WipeView[];
}

interface Beside {
  records: readonly ShownRecord[];
  witnessIds: string[];
  links: readonly SigningLink[];
  signatures: readonly Signature[];
  registerHash: string | null;
  wipes: Wipe[];
  now: Date;
}

export function destructionDetailView(list: Destruction, { records, witnessIds, links, signatures, registerHash, wipes, now }: Beside): DestructionDetailView {
  const taken = signatures.some(({ linkId }) => linkId !== null);
  return {
    ...destructionView(list),
    records: records.map(listedRecordView),
    witnessIds,
    witnessLinks: links.map((link) => signingLinkView(link, witnessLinkStanding(link, list, taken, now))),
    signatures: signatures.map(({ personId, linkId, listHash, happenedAt }) => ({ personId, linkId, listHash, happenedAt: happenedAt.toISOString() })),
    registerHash,
    wipes: wipes.filter(({ recordId }) => records.some((record) => record.recordId === recordId)),
  };
}
