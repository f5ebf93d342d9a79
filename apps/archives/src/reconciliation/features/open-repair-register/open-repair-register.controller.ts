import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { pdfAnswer, sendPdf } from '../../../features/pdf-reply';
import { monthErrors } from '../../domain/errors';
import { registerTitle } from '../../domain/repair-register';
import { ReadMonths } from '../../persistence/read-months';
import { RepairRegisters } from '../../persistence/repair-registers';
import { registerAsPdf } from '../../reconcile-month';

@Controller('api/archive-months')
export class OpenRepairRegisterController {
  constructor(
    private readonly months: ReadMonths,
    private readonly registers: RepairRegisters,
  ) {}

  @Get(':id/repair-register')
  @Operation('archives.openRepairRegister', {
    summary: { zh: '维修登记簿（PDF）', en: 'The register of repairs of a month (PDF)' },
    description: { zh: '当月完成的维修：单号、位置、类别、结果、日期。', en: 'What was done in the month: number, place, category, result and dates.' },
    ok: 200,
  })
  @ApiOkResponse(pdfAnswer)
  async open(@PathId() id: string, @Acting() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const month = await this.months.one(principal, id, 'archives.openRepairRegister');
    const register = month && (await this.registers.of(month));
    if (!register) throw monthErrors.monthUnknown();
    const { bytes } = await registerAsPdf(month, register.lines);
    sendPdf(reply, registerTitle(month.month), bytes);
  }
}
