import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { ReadPromises } from '@property-office/deadlines';
import { byWhen, CaseLinks, sendReceipt } from '@property-office/receipts';
import { Acting, CONFIGURATION, Operation, originOf, PathId, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { legalMoves } from '../../domain/contact-states';
import { receptionErrors } from '../../domain/errors';
import { Places } from '../../persistence/places';
import { ReadContacts } from '../../persistence/read-contacts';
import { contactReceipt } from '../../printing/contact-receipt';

@Controller('api/contacts')
export class PrintContactReceiptController {
  constructor(
    private readonly contacts: ReadContacts,
    private readonly places: Places,
    private readonly promises: ReadPromises,
    private readonly links: CaseLinks,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  /** What was forgotten after its retention is not printed: its words are gone (G7). */
  @Get(':id/receipt')
  @Operation('reception.printContactReceipt', { summary: { zh: '打印来电来访回执（大字）', en: 'The receipt of a contact in large type' }, ok: 200 })
  @ApiOkResponse({ description: 'A5', content: { 'text/html': { schema: { type: 'string' } } } })
  async print(@PathId() id: string, @Acting() principal: Principal, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const contact = await this.contacts.one(principal, 'reception.printContactReceipt', id);
    if (!contact || contact.forgottenAt) throw receptionErrors.contactUnknown();
    const { siteId, homeId, convertedId } = contact;
    const [numbers, names, promises] = await Promise.all([
      this.contacts.numbersOf([contact]),
      this.places.namesOf(homeId, siteId),
      this.promises.of({ aggregateId: id, siteId, episode: 1, class: 'enquiry', promises: ['answer', 'done'] }),
    ]);
    const by = byWhen({ isOver: legalMoves(contact.state).length === 0, promises }, 'done', 'answer');
    const url = `${originOf(request, this.configuration.http.publicUrl)}/follow/contacts/${this.links.tokenOf(id)}`;
    await sendReceipt(reply, contactReceipt(contact, { ...names, convertedNumber: numbers.get(convertedId ?? '') ?? null, by, url }));
  }
}
