import { Controller, Get, Header } from '@nestjs/common';
import { AttachmentLinks } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { ReadPromises } from '@property-office/deadlines';
import { doorView, HomeCares } from '@property-office/home-care';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { legalMoves } from '../../domain/contact-states';
import { receptionErrors } from '../../domain/errors';
import { ReadContacts } from '../../persistence/read-contacts';
import { ContactViews } from '../contact-views';
import { ContactDetailView, handOverView } from './contact-detail.view';

@Controller('api/contacts')
export class ReadContactController {
  constructor(
    private readonly contacts: ReadContacts,
    private readonly links: AttachmentLinks,
    private readonly views: ContactViews,
    private readonly promises: ReadPromises,
    private readonly cares: HomeCares,
  ) {}

  /** Not kept by browsers: its links are good for five minutes only. */
  @Get(':id')
  @Header('cache-control', 'no-store')
  @Operation('reception.readContact', { summary: { zh: '查看来电来访', en: 'Read a contact' }, ok: 200, okBody: ContactDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<ContactDetailView>> {
    const contact = await this.contacts.one(principal, 'reception.readContact', id);
    if (!contact) throw receptionErrors.contactUnknown();
    const asked = { aggregateId: id, siteId: contact.siteId, episode: 1, class: 'enquiry', promises: ['answer', 'done'] };
    const homes = legalMoves(contact.state).length > 0 ? [contact.homeId] : [];
    const [numbers, chain, promises, cares] = await Promise.all([this.contacts.numbersOf([contact]), this.contacts.chainOf(id), this.promises.of(asked), this.cares.of(homes)]);
    const view = this.views.masked(contact, numbers.get(contact.convertedId ?? '') ?? null);
    const attachments = contact.attachmentIds.map((attachmentId) => this.links.linkTo(attachmentId));
    return ok({ ...view, attachments, promises, door: doorView(cares.get(contact.homeId ?? '')), handOvers: chain.map(handOverView) }, contact.version);
  }
}
