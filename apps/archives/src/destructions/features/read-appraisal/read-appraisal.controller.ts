import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { destructionErrors } from '../../domain/errors';
import { Appraisals } from '../../persistence/appraisals';
import { shownRecords } from '../../../lists/persistence/read-lists';
import { ReadLists } from '../../persistence/read-lists';
import { AppraisalDetailView, appraisalDetailView } from './appraisal-detail.view';

@Controller('api/appraisals')
export class ReadAppraisalController {
  constructor(
    private readonly database: Database,
    private readonly lists: ReadLists,
    private readonly appraisals: Appraisals,
  ) {}

  @Get(':id')
  @Operation('archives.readAppraisal', {
    summary: { zh: '查看档案鉴定', en: 'Read an appraisal' },
    description: { zh: '只列出您可以查看的档案。', en: 'Of its records it shows those that you may see.' },
    ok: 200,
    okBody: AppraisalDetailView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<AppraisalDetailView>> {
    const appraisal = await this.lists.appraisal(principal, id);
    if (!appraisal) throw destructionErrors.appraisalUnknown();
    const records = await shownRecords(this.database, principal, await this.appraisals.recordsOf(this.database, id));
    const [opinions, appraiserIds, outcomes] = [
      await this.appraisals.opinionsOf(this.database, id),
      await this.appraisals.appraisersOf(this.database, id),
      await this.appraisals.outcomesOf(this.database, id),
    ];
    return ok(appraisalDetailView(appraisal, { records, opinions, appraiserIds, outcomes }), appraisal.version);
  }
}
