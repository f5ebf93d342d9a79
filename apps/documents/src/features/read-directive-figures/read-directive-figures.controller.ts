import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal, Role } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { directiveErrors } from '../../domain/directive-errors';
import { staffRoles } from '../../domain/office';
import { addresseesOfDirective } from '../../persistence/directive-addressees';
import { ReadDirectives } from '../../persistence/read-directives';
import { DirectiveFiguresView, directiveFiguresView } from '../directive-figures.view';
import { iso } from '../document.view';

/** One of its addressees: when they were told, reminded, and acknowledged it. */
export class DirectiveAddresseeView {
  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ enum: staffRoles, nullable: true, description: 'By which role; null: by name / 按岗位接收；空为指定' })
  role!: Role | null;

  @ApiProperty({ format: 'date-time' })
  toldAt!: string;

  @ApiProperty({ description: '提醒次数' })
  reminders!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastRemindedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acknowledgedAt!: string | null;

  @ApiProperty({ description: 'After the date / 逾期确认' })
  late!: boolean;
}

export class DirectiveFiguresDetailView extends DirectiveFiguresView {
  @ApiProperty({ type: [DirectiveAddresseeView] })
  addressees!: DirectiveAddresseeView[];
}

@Controller('api/directives')
export class ReadDirectiveFiguresController {
  constructor(
    private readonly database: Database,
    private readonly directives: ReadDirectives,
  ) {}

  @Get(':id/figures')
  @Operation('documents.readDirectiveFigures', {
    summary: { zh: '指示确认情况', en: 'Who has acknowledged a directive' },
    ok: 200,
    okBody: DirectiveFiguresDetailView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<DirectiveFiguresDetailView> {
    const directive = await this.directives.one(principal, 'documents.readDirectiveFigures', id);
    if (!directive) throw directiveErrors.directiveUnknown();
    const addressees = await addresseesOfDirective(this.database, id);
    return {
      ...directiveFiguresView(directive),
      addressees: addressees.map(({ personId, role, toldAt, reminders, lastRemindedAt, acknowledgedAt }) => ({
        personId,
        role,
        toldAt: toldAt.toISOString(),
        reminders,
        lastRemindedAt: iso(lastRemindedAt),
        acknowledgedAt: iso(acknowledgedAt),
        late: acknowledgedAt !== null && acknowledgedAt > directive.acknowledgeBy,
      })),
    };
  }
}
