import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CaseLinks, followPage } from '@property-office/receipts';
import { Operation, pageHeaders, ShowsPage } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { stateNames } from '../../domain/contact-states';
import { receptionErrors } from '../../domain/errors';
import { Places } from '../../persistence/places';
import { ReadContacts } from '../../persistence/read-contacts';

/** What the QR code on the receipt of a contact opens: how it stands, and not what it became. */
@Controller('follow/contacts')
export class OpenContactPageController {
  constructor(
    private readonly links: CaseLinks,
    private readonly contacts: ReadContacts,
    private readonly places: Places,
  ) {}

  @Get(':token')
  @ShowsPage()
  @Operation('reception.openContactPage', { summary: { zh: '来电来访进度网页', en: 'What becomes of a contact, as a page' }, public: true, ok: 200 })
  @ApiOkResponse({ description: 'HTML', content: { 'text/html': { schema: { type: 'string' } } } })
  async open(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const id = this.links.idOf(token);
    const contact = id && (await this.contacts.followed(id));
    if (!contact) throw receptionErrors.contactUnknown();
    const { number, state, siteId, recordedAt: reportedAt, changedAt } = contact;
    const { timeZone } = await this.places.namesOf(null, siteId);
    const title = { zh: '来电来访进度', en: 'What becomes of your call or visit' };
    await reply.headers(pageHeaders).send(followPage({ title, number, status: stateNames[state], reportedAt, changedAt, timeZone }));
  }
}
