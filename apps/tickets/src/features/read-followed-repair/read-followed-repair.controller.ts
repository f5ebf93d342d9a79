import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CaseLinks } from '@property-office/receipts';
import { inAskedLanguage, Operation } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { repairStates, stateNames, type RepairState } from '../../domain/repair-states';
import { Categories } from '../../persistence/categories';
import { ReadRepairs } from '../../persistence/read-repairs';
import { CategoryName } from '../list-categories/list-categories.controller';
import { GoesOnView, goesOnView } from '../repair-request.view';

/** What becomes of a request, for who holds its link: no words, names or places. */
export class FollowedRepairView {
  @ApiProperty({ example: 'R-20261123-10007' })
  number!: string;

  @ApiProperty({ enum: repairStates })
  status!: RepairState;

  @ApiProperty({ example: '处理中', description: 'In the language asked for / 按请求语言' })
  statusName!: string;

  @ApiProperty({ type: GoesOnView, nullable: true, description: '并入了哪条报修，它现在的状态 / The request that goes on for this one, and how it stands' })
  mergedInto!: GoesOnView | null;

  @ApiProperty({ type: CategoryName })
  category!: CategoryName;

  @ApiProperty({ format: 'date-time' })
  reportedAt!: string;

  @ApiProperty({ format: 'date-time' })
  changedAt!: string;
}

@Controller('api/followed-repairs')
export class ReadFollowedRepairController {
  constructor(
    private readonly links: CaseLinks,
    private readonly repairs: ReadRepairs,
    private readonly categories: Categories,
  ) {}

  @Get(':token')
  @Header('cache-control', 'no-store')
  @Operation('tickets.readFollowedRepair', {
    summary: { zh: '凭链接查看报修进度，无需登录', en: 'What becomes of a repair request, by its link' },
    public: true,
    ok: 200,
    okBody: FollowedRepairView,
  })
  async read(@Param('token') token: string): Promise<FollowedRepairView> {
    const id = this.links.idOf(token);
    const request = id && (await this.repairs.followed(id));
    if (!request) throw ticketErrors.unknown();
    const [category, goesOn] = await Promise.all([this.categories.find(request.category), this.repairs.goesOnFor(request)]);
    return {
      number: request.number,
      status: request.state,
      statusName: inAskedLanguage(stateNames[request.state]),
      mergedInto: goesOn && goesOnView(goesOn),
      category: category?.name ?? { zh: request.category, en: request.category },
      reportedAt: request.recordedAt.toISOString(),
      changedAt: request.changedAt.toISOString(),
    };
  }
}
