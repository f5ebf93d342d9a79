import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { measureErrors } from '../../domain/measure-errors';
import { CauseMeasures } from '../../persistence/cause-measures';
import { CauseMeasureView, measureView } from '../cause-measure.view';

@Controller('api/cause-measures')
export class ReadCauseMeasureController {
  constructor(private readonly measures: CauseMeasures) {}

  @Get(':id')
  @Operation('complaints.readCauseMeasure', { summary: { zh: '查看改进措施', en: 'Read a measure' }, ok: 200, okBody: CauseMeasureView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<CauseMeasureView>> {
    const measure = await this.measures.one(principal, id);
    if (!measure) throw measureErrors.unknown();
    return ok(measureView(measure), measure.version);
  }
}
