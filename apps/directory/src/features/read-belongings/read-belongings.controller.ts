import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { sees, sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { ReadBelongings } from '../../persistence/read-belongings';
import { ReadPeople } from '../../persistence/read-people';
import { BelongingsView, belongingsView } from './belongings.view';
import { WorkElsewhere } from './work-elsewhere';

/** What somebody who leaves must hand over: of all that directory knows, and of the work that is in their hands (G6). */
@Controller('api/people')
export class ReadBelongingsController {
  constructor(
    private readonly people: ReadPeople,
    private readonly belongings: ReadBelongings,
    private readonly elsewhere: WorkElsewhere,
  ) {}

  @Get(':id/belongings')
  @Operation('directory.readBelongings', {
    summary: { zh: '离岗交接清单', en: 'What a person who leaves hands over' },
    description: {
      zh: '含未办结的来电来访、电话转告、来访、派工单、回访、投诉及任务、建议、改进措施、邮件、收文、发文、指示、文印任务、公告和张贴任务；对您隐藏的投诉和您无权知悉的机密文件不列出。',
      en: 'With contacts, phone notes, visitors, work orders, follow-ups, complaints and their tasks, suggestions, measures, mail, documents, directives, print jobs, notices and posting tasks that are not over; without complaints hidden from you, and confidential papers you may not know of.',
    },
    ok: 200,
    okBody: BelongingsView,
    errors: ['unavailable'],
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<BelongingsView> {
    const operation = 'directory.readBelongings';
    if (!(await this.people.one(principal, operation, id))) throw directoryErrors.personUnknown();
    const sight = sightOf(principal, operation);
    return belongingsView(await this.belongings.of(id), await this.elsewhere.of(id, principal), (siteId) => sees(sight, siteId));
  }
}
