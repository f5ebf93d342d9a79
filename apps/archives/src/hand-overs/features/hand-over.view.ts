import { ApiProperty } from '@nestjs/swagger';
import { handOverScopes, livingFileSubjects, type HandOverScope, type LivingFileSubject } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { handOverStateNames, handOverStates } from '../domain/hand-over-states';
import { AppliedListView, appliedListView } from '../../lists/features/applied-list.view';
import type { HandOver } from '../persistence/hand-over.entity';

/** A hand-over of records (移交). */
export class RecordHandOverView extends AppliedListView {
  @ApiProperty({ example: 'J-20261128-10001' })
  override number!: string;

  @ApiProperty({ enum: handOverStates })
  status!: string;

  @ApiProperty({ example: '待批准' })
  statusName!: string;

  @ApiProperty({ enum: handOverScopes, description: '移交范围：指定档案、门类、一户一档、全部' })
  scope!: HandOverScope;

  @ApiProperty({ type: String, nullable: true, description: '门类' })
  category!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Records of the archive years from then on alone / 起始年度' })
  fromYear!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Records of the archive years until then alone / 截止年度' })
  toYear!: number | null;

  @ApiProperty({ type: String, enum: livingFileSubjects, nullable: true, description: 'Living files of homes, or of devices, alone / 一户一档或一机一档' })
  subject!: LivingFileSubject | null;

  @ApiProperty({ type: [String], format: 'uuid', nullable: true, description: 'Living files of those buildings alone / 楼栋' })
  buildingIds!: string[] | null;

  @ApiProperty({ description: 'It says that it holds confidential records / 注明含保密档案' })
  confidential!: boolean;

  @ApiProperty({ description: '接收单位' })
  receivingBody!: string;

  @ApiProperty({ description: '档案件数' })
  records!: number;

  @ApiProperty({ description: '一户一档、一机一档份数' })
  livingFiles!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sealedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the manifest: what is signed / 移交清单摘要，签字所依' })
  manifestHash!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  handedOverAt!: string | null;
}

export function handOverView(list: HandOver): RecordHandOverView {
  const { state, scope, category, fromYear, toYear, subject, buildingIds, confidential, receivingBody, records, livingFiles, sealedAt, manifestHash, handedOverAt } = list;
  return {
    ...appliedListView(list),
    status: state,
    statusName: inAskedLanguage(handOverStateNames[state]),
    scope,
    category,
    fromYear,
    toYear,
    subject,
    buildingIds,
    confidential,
    receivingBody,
    records,
    livingFiles,
    sealedAt: sealedAt?.toISOString() ?? null,
    manifestHash,
    handedOverAt: handedOverAt?.toISOString() ?? null,
  };
}
