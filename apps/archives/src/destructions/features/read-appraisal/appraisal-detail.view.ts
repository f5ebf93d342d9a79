import { ApiProperty } from '@nestjs/swagger';
import { appraisalVerdicts, retentions, type AppraisalVerdict, type Retention } from '@property-office/contracts';
import type { Appraisal } from '../../persistence/appraisal.entity';
import type { Outcome, StoredOpinion } from '../../persistence/appraisals';
import type { ShownRecord } from '../../../lists/persistence/read-lists';
import { AppraisalView, appraisalView } from '../appraisal.view';
import { ListedRecordView, listedRecordView } from '../../../lists/features/listed-record.view';

export class OpinionView {
  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ enum: appraisalVerdicts })
  verdict!: AppraisalVerdict;

  @ApiProperty({ type: String, enum: retentions, nullable: true, description: '继续保管的期限，自鉴定当年起 / For how much longer, from the year of the appraisal' })
  retention!: Retention | null;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;
}

export class AppraisedRecordView extends ListedRecordView {
  @ApiProperty({ type: [OpinionView] })
  opinions!: OpinionView[];

  @ApiProperty({ type: String, enum: appraisalVerdicts, nullable: true, description: 'Null until it is concluded / 鉴定结论，未作出前为空' })
  outcome!: AppraisalVerdict | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '所在销毁清册 / The destruction list it is on' })
  destructionId!: string | null;
}

export class AppraisalDetailView extends AppraisalView {
  @ApiProperty({ type: [String], format: 'uuid', description: '鉴定人' })
  appraiserIds!: string[];

  @ApiProperty({ type: [AppraisedRecordView] })
  records!: AppraisedRecordView[];
}

interface Beside {
  records: readonly ShownRecord[];
  opinions: readonly StoredOpinion[];
  appraiserIds: string[];
  outcomes: ReadonlyMap<string, Outcome>;
}

export function appraisalDetailView(appraisal: Appraisal, { records, opinions, appraiserIds, outcomes }: Beside): AppraisalDetailView {
  const concluded = appraisal.state === 'concluded';
  return {
    ...appraisalView(appraisal),
    appraiserIds,
    records: records.map((record) => {
      const { kept = false, destructionId = null } = outcomes.get(record.recordId) ?? {};
      const own = opinions.filter(({ recordId }) => recordId === record.recordId);
      return {
        ...listedRecordView(record),
        opinions: own.map(({ personId, verdict, retention, reason, happenedAt }) => ({ personId, verdict, retention, reason, happenedAt: happenedAt.toISOString() })),
        outcome: concluded ? (kept ? 'keep' : 'destroy') : null,
        destructionId,
      };
    }),
  };
}
