import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Localized } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import { CaseLinks, followPage } from '@property-office/receipts';
import { Operation, pageHeaders, ShowsPage } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { stateNames as complaintStateNames } from '../../domain/complaint-states';
import { complaintErrors } from '../../domain/errors';
import { stateNames as suggestionStateNames } from '../../domain/suggestion-states';
import { Complaint } from '../../persistence/complaint.entity';
import { Places } from '../../persistence/places';
import { Suggestion } from '../../persistence/suggestion.entity';
import { goesOnTitle } from '../../printing/goes-on-title';

interface Followed {
  case: Complaint | Suggestion;
  title: Localized;
  status: Localized;
  rows: Parameters<typeof followPage>[0]['rows'];
}

/** What the QR code on the receipt of a complaint or a suggestion opens: how it stands, not about whom or what (W2.3). */
@Controller('follow/cases')
export class OpenCasePageController {
  constructor(
    private readonly links: CaseLinks,
    private readonly database: Database,
    private readonly places: Places,
  ) {}

  @Get(':token')
  @ShowsPage()
  @Operation('complaints.openCasePage', { summary: { zh: '投诉、建议进度网页', en: 'What becomes of a complaint or suggestion, as a page' }, public: true, ok: 200 })
  @ApiOkResponse({ description: 'HTML', content: { 'text/html': { schema: { type: 'string' } } } })
  async open(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const id = this.links.idOf(token);
    const followed = id && (await this.followed(id));
    if (!followed) throw complaintErrors.unknown();
    const { number, siteId, recordedAt: reportedAt, changedAt } = followed.case;
    const { timeZone } = await this.places.namesOf(null, siteId);
    const { title, status, rows } = followed;
    await reply.headers(pageHeaders).send(followPage({ title, number, status, rows, reportedAt, changedAt, timeZone }));
  }

  private async followed(id: string): Promise<Followed | undefined> {
    const { dataSource } = this.database;
    const complaint = await dataSource.getRepository(Complaint).findOneBy({ id });
    if (complaint) {
      const { state, mergedInto } = complaint;
      const goesOn = mergedInto === null ? null : await dataSource.getRepository(Complaint).findOneBy({ id: mergedInto });
      const rows = goesOn ? [{ name: goesOnTitle, value: [goesOn.number, complaintStateNames[goesOn.state]] }] : [];
      return { case: complaint, title: { zh: '投诉进度', en: 'What becomes of your complaint' }, status: complaintStateNames[state], rows };
    }
    const suggestion = await dataSource.getRepository(Suggestion).findOneBy({ id });
    return suggestion ? { case: suggestion, title: { zh: '建议进度', en: 'What becomes of your suggestion' }, status: suggestionStateNames[suggestion.state], rows: [] } : undefined;
  }
}
