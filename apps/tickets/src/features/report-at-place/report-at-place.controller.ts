import { createHash } from 'node:crypto';
import { Body, Controller, Header, Param, Post, Req } from '@nestjs/common';
import { VisitorPasses } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { CaseLinks } from '@property-office/receipts';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { commandAs, Commands, created, Operation, sourceOf } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { ticketErrors } from '../../domain/errors';
import { RepairNumbers } from '../../persistence/repair-numbers';
import { ReportAtPlaceDto, ReportedAtPlaceView } from './report-at-place.dto';
import { ReportAtPlaceHandler } from './report-at-place.handler';

@Controller('api/place-codes')
export class ReportAtPlaceController {
  constructor(
    private readonly commands: Commands,
    private readonly passes: VisitorPasses,
    private readonly links: CaseLinks,
    private readonly handler: ReportAtPlaceHandler,
    private readonly numbers: RepairNumbers,
  ) {}

  @Post(':code/repair-requests')
  @Header('cache-control', 'no-store')
  @Operation('tickets.reportAtPlace', {
    summary: { zh: '扫码报修，无需登录', en: 'Report a repair at a public place, without an account' },
    public: true,
    ok: 201,
    okBody: ReportedAtPlaceView,
    errors: ['too-many'],
  })
  report(
    @Param('code') code: string,
    @Body() input: ReportAtPlaceDto,
    @Req() request: FastifyRequest,
  ): Promise<Answer<ReportedAtPlaceView>> {
    const visitor = this.passes.visitorOf(input.visit);
    if (!visitor) throw ticketErrors.visitEnded();
    const command = oncePerVisit(commandAs(request, 'tickets.reportAtPlace', nobodyKnown(visitor)), code, input);
    return this.numbers.accepted(() =>
      this.commands.run(
        command,
        async (tx, prepared) => {
          const report = await this.handler.execute(tx, sourceOf(request), input, prepared);
          const followUrl = `/api/followed-repairs/${this.links.tokenOf(report.id)}`;
          return created(followUrl, { number: report.number, status: report.state, followUrl });
        },
        () => this.handler.prepare(visitor, code, input),
      ),
    );
  }
}

/**
 * Who sends no key sends the same words once in a visit: the second click is answered with the first report. A key of the
 * sender's own goes before.
 */
function oncePerVisit(command: CommandContext, code: string, { description }: ReportAtPlaceDto): CommandContext {
  if (command.idempotency) return command;
  const requestHash = createHash('sha256').update(JSON.stringify([code, description])).digest();
  return { ...command, idempotency: { key: `words ${requestHash.toString('base64url')}`, requestHash } };
}

/** Under whom a report is repeated under its key: this visit, and no person. */
function nobodyKnown(visitor: string): Principal {
  return { personId: visitor, accountId: visitor, sessionId: visitor, name: '', roles: [], crews: [], homes: [] };
}
