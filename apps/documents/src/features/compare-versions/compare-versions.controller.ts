import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId, QueryNumber } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { versionsAgree } from '../../domain/outgoing-substance';
import { differencesOf } from '../../domain/text-differences';
import { OutgoingTexts, type TextVersion } from '../../persistence/outgoing-texts';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { AttendanceView } from '../outgoing.view';
import { TextDifferenceView } from '../text-difference.view';

const most = 1_000_000;

export class CompareVersionsQuery {
  @QueryNumber({ label: { zh: '前一版本', en: 'earlier version' }, min: 1, max: most })
  from!: number;

  @QueryNumber({ label: { zh: '后一版本', en: 'later version' }, min: 1, max: most })
  to!: number;
}

export class ComparedTextView {
  @ApiProperty()
  n!: number;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  body!: string;

  @ApiProperty({ type: AttendanceView, nullable: true, description: 'Of minutes, where the version keeps it / 会议出席情况' })
  attendance!: AttendanceView | null;

  @ApiProperty({ type: [String], nullable: true, description: 'Who else has it; null where the version does not keep it / 抄送单位' })
  copiesTo!: readonly string[] | null;
}

/** Two versions of a text, and where they differ. */
export class ComparedVersionsView {
  @ApiProperty()
  from!: ComparedTextView;

  @ApiProperty()
  to!: ComparedTextView;

  @ApiProperty({ description: 'They say the same: only typography differs. Of title and text alone, where a version does not keep what stands beside / 内容一致，仅排版标点不同；有一版未存会议出席情况和抄送单位的，只比标题和正文' })
  same!: boolean;

  @ApiProperty({ type: [TextDifferenceView] })
  differences!: TextDifferenceView[];
}

@Controller('api/outgoing-documents')
export class CompareVersionsController {
  constructor(
    private readonly database: Database,
    private readonly documents: ReadOutgoing,
    private readonly texts: OutgoingTexts,
  ) {}

  @Get(':id/compare')
  @Operation('documents.compareVersions', { summary: { zh: '比较文稿版本', en: 'Compare two versions of a text' }, ok: 200, okBody: ComparedVersionsView })
  async compare(@PathId() id: string, @Query() query: CompareVersionsQuery, @Acting() principal: Principal): Promise<ComparedVersionsView> {
    if (!(await this.documents.one(principal, id, 'documents.compareVersions'))) throw outgoingErrors.outgoingUnknown();
    const [from, to] = [await this.texts.one(this.database, id, query.from), await this.texts.one(this.database, id, query.to)];
    if (!from || !to) throw outgoingErrors.versionUnknown();
    const shown = ({ n, title, body, beside }: TextVersion): ComparedTextView => ({ n, title, body, attendance: beside?.attendance ?? null, copiesTo: beside?.copiesTo ?? null });
    return { from: shown(from), to: shown(to), same: versionsAgree(from, to), differences: differencesOf(from, to) };
  }
}
