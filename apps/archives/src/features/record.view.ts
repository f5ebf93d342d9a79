import { ApiProperty } from '@nestjs/swagger';
import { basisRanks, confidentialities, recordSources, retentions, type BasisRank, type Confidentiality, type RecordSource, type Retention } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { carriers, type Carrier } from '../domain/carriers';
import { retentionNames } from '../domain/retention';
import type { StoredRecord } from '../persistence/read-records';

export class RecordSourceView {
  @ApiProperty({ enum: recordSources })
  type!: RecordSource;

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  number!: string;
}

export class RecordView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ example: 'PM01-WS·2026-D30-KFB-0012', description: '档号：一经给定，不再更改' })
  archiveNumber!: string;

  @ApiProperty({ type: String, nullable: true, description: '原档号' })
  oldNumber!: string | null;

  @ApiProperty({ example: 'WS', description: '门类' })
  category!: string;

  @ApiProperty({ description: '年度' })
  year!: number;

  @ApiProperty({ enum: retentions, description: '保管期限' })
  retention!: Retention;

  @ApiProperty({ example: '30年' })
  retentionName!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Null: for ever / 保管至该年年底，永久的为空' })
  keptUntilYear!: number | null;

  @ApiProperty({ example: 'KFB', description: '机构（问题）' })
  office!: string;

  @ApiProperty({ description: '保管期限依据' })
  legalBasis!: string;

  @ApiProperty({ enum: basisRanks, description: '依据的效力级别' })
  basisRank!: BasisRank;

  @ApiProperty({ description: '题名' })
  title!: string;

  @ApiProperty({ description: '责任者' })
  responsibleParty!: string;

  @ApiProperty({ type: String, nullable: true, description: '文号' })
  documentNumber!: string | null;

  @ApiProperty({ format: 'date-time', description: '形成日期' })
  datedAt!: string;

  @ApiProperty({ type: Number, nullable: true, description: '页数' })
  pages!: number | null;

  @ApiProperty({ description: '份数' })
  copies!: number;

  @ApiProperty({ enum: carriers, description: '载体：纸质、电子、双套' })
  carrier!: Carrier;

  @ApiProperty({ enum: confidentialities })
  confidentiality!: Confidentiality;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '保密期限' })
  confidentialUntil!: string | null;

  @ApiProperty({ type: [String], description: '关键词' })
  keywords!: string[];

  @ApiProperty({ type: String, nullable: true, description: '附注' })
  remarks!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '库位' })
  shelf!: string | null;

  @ApiProperty({ description: 'A legal hold is set / 已冻结' })
  held!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Destroyed: description, list and proof remain / 销毁时间，著录、清册、凭证保留' })
  destroyedAt!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '销毁清册 / The list by which it was destroyed' })
  destructionId!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Handed over: description, list and proof remain / 移交时间，著录、清册、凭证保留' })
  handedOverAt!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '移交清册 / The list by which it was handed over' })
  handOverId!: string | null;

  @ApiProperty({ type: RecordSourceView, nullable: true, description: 'Null: catalogued by hand / 手工著录的为空' })
  source!: RecordSourceView | null;

  @ApiProperty({ type: String, nullable: true, description: '重复归档的原因' })
  duplicateReason!: string | null;

  @ApiProperty({ description: 'SHA-256 over the number and the hashes of all it holds / 归档凭证' })
  proof!: string;

  @ApiProperty({ format: 'uuid', description: '归档人' })
  archivedBy!: string;

  @ApiProperty({ description: 'Version of its description / 著录版本' })
  description!: number;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every act; its ETag' })
  version!: number;
}

export function recordView(record: StoredRecord): RecordView {
  const { id, siteId, archiveNumber, oldNumber, category, year, retention, office, legalBasis, basisRank, source, duplicateReason, proof, archivedBy, version } = record;
  const { title, responsibleParty, documentNumber, pages, copies, carrier, confidentiality, keywords, remarks, description, held, shelf, keptUntilYear, destroyedAt, destructionId, handedOverAt, handOverId } = record;
  const number = { id, siteId, archiveNumber, oldNumber, category, year, retention, office, legalBasis, basisRank, source, duplicateReason, proof, archivedBy, version };
  const described = { title, responsibleParty, documentNumber, pages, copies, carrier, confidentiality, keywords, remarks, description, held, shelf };
  return {
    ...number,
    ...described,
    retentionName: inAskedLanguage(retentionNames[retention]),
    keptUntilYear,
    destroyedAt: destroyedAt?.toISOString() ?? null,
    destructionId,
    handedOverAt: handedOverAt?.toISOString() ?? null,
    handOverId,
    datedAt: record.datedAt.toISOString(),
    confidentialUntil: record.confidentialUntil?.toISOString() ?? null,
    happenedAt: record.happenedAt.toISOString(),
    recordedAt: record.recordedAt.toISOString(),
  };
}
