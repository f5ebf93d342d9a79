import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { registerDirections, type Principal, type RegisterDirection } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { tidyUpErrors } from '../../domain/tidy-up-errors';
import { listMissing } from '../../persistence/missing-papers';
import { TidyUps } from '../../persistence/tidy-ups';
import { TidyUpView, tidyUpView } from '../tidy-up.view';

const mostListed = 200;

export class MissingPaperView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: registerDirections, description: '收文或发文' })
  direction!: RegisterDirection;

  @ApiProperty({ example: '收文〔2026〕17号' })
  number!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ example: 'acted-on' })
  status!: string;
}

export class RegisterGapView {
  @ApiProperty({ format: 'uuid' })
  registerId!: string;

  @ApiProperty({ example: '收文' })
  category!: string;

  @ApiProperty()
  number!: number;
}

/** With what is missing now, as far as you may know of it; 200 of each at most. */
export class TidyUpDetailView extends TidyUpView {
  @ApiProperty({ type: [MissingPaperView], description: 'Not filed yet / 未归档' })
  unfiled!: MissingPaperView[];

  @ApiProperty({ type: [MissingPaperView], description: 'Filed, not accepted by the archives / 已归档、档案未接收' })
  unaccepted!: MissingPaperView[];

  @ApiProperty({ type: [RegisterGapView], description: 'Numbers that nothing has / 编号缺口' })
  gaps!: RegisterGapView[];
}

@Controller('api/tidy-ups')
export class ReadTidyUpController {
  constructor(
    private readonly database: Database,
    private readonly tidyUps: TidyUps,
  ) {}

  @Get(':id')
  @Operation('documents.readTidyUp', { summary: { zh: '年度文件整理与缺漏清单', en: 'Read a yearly tidy-up, with what is missing' }, ok: 200, okBody: TidyUpDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<TidyUpDetailView>> {
    const tidyUp = await this.tidyUps.one(principal, id);
    if (!tidyUp) throw tidyUpErrors.tidyUpUnknown();
    return ok({ ...tidyUpView(tidyUp), ...(await listMissing(this.database, principal, tidyUp, mostListed)) }, tidyUp.version);
  }
}
