import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { readOne } from '../../persistence/listed';
import { standardAnswerKind } from '../../persistence/standard-answers';
import { AnswerWordsView, standardAnswerView, StandardAnswerView } from '../standard-answer.view';

export class StandardAnswerVersionView {
  @ApiProperty()
  textVersion!: number;

  @ApiProperty({ type: AnswerWordsView })
  title!: AnswerWordsView;

  @ApiProperty({ type: AnswerWordsView })
  text!: AnswerWordsView;

  @ApiProperty({ format: 'uuid' })
  writtenBy!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;
}

export class StandardAnswerDetailView extends StandardAnswerView {
  @ApiProperty({ type: [StandardAnswerVersionView], description: 'All of them, the newest first / 历次版本' })
  versions!: StandardAnswerVersionView[];
}

interface VersionRow extends Record<string, unknown> {
  version: number;
  title_zh: string;
  title_en: string | null;
  text_zh: string;
  text_en: string | null;
  written_by: string;
  recorded_at: Date;
}

@Controller('api/standard-answers')
export class ReadStandardAnswerController {
  constructor(private readonly database: Database) {}

  @Get(':id')
  @Operation('reception.readStandardAnswer', { summary: { zh: '查看标准答复', en: 'Read a standard answer' }, ok: 200, okBody: StandardAnswerDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<StandardAnswerDetailView>> {
    const answer = await readOne(this.database, principal, 'reception.readStandardAnswer', standardAnswerKind, id);
    if (!answer) throw receptionErrors.standardAnswerMissing();
    const rows = await this.database.query<VersionRow>('SELECT * FROM standard_answer_version WHERE answer_id = $1 ORDER BY version DESC', [id]);
    return ok({ ...standardAnswerView(answer), versions: rows.map(versionView) }, answer.version);
  }
}

function versionView(row: VersionRow): StandardAnswerVersionView {
  return {
    textVersion: row.version,
    title: { zh: row.title_zh, en: row.title_en },
    text: { zh: row.text_zh, en: row.text_en },
    writtenBy: row.written_by,
    recordedAt: row.recorded_at.toISOString(),
  };
}
