import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { openPlaces } from '../../domain/outgoing-templates';
import { assertTheirDraft } from '../../persistence/authors';
import { assertColleague } from '../../persistence/colleagues';
import { OutgoingApprovals } from '../../persistence/outgoing-approvals';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { OutgoingTemplates } from '../../persistence/outgoing-templates';
import { OutgoingTexts } from '../../persistence/outgoing-texts';
import type { SubmitOutgoingDto } from './submit-outgoing.dto';

/** Its drafter says who is to review it and whom it concerns (送核): none of those who wrote it. Who was to do so before has no part in it any more. */
@Injectable()
export class SubmitOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly texts: OutgoingTexts,
    private readonly templates: OutgoingTemplates,
    private readonly approvals: OutgoingApprovals,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), notYourDraft (403), outgoingMoveIllegal, placesOpen (409), staffUnknown, authorNamed (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reviewerId, countersignerIds = [], ...input }: SubmitOutgoingDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'submit', input);
    assertTheirDraft(document, act.actor);
    const { title, body } = (await this.texts.one(tx, id, document.textVersion))!;
    const places = openPlaces(`${title}\n${body}`, await this.templates.asBegun(tx, document));
    if (places.length > 0) throw outgoingErrors.placesOpen(places);
    const named: Array<[personId: string, pointer: string]> = [[reviewerId, '/reviewerId'], ...countersignerIds.map((each, i): [string, string] => [each, `/countersignerIds/${i}`])];
    for (const [personId, pointer] of named) {
      if (document.authorIds.includes(personId)) throw outgoingErrors.authorNamed(pointer);
      await assertColleague(tx, personId, document.siteId, pointer);
    }
    const before = [...(document.reviewerId === null ? [] : [document.reviewerId]), ...(await this.approvals.asked(tx, id))];
    const changes = { state, reviewerId, returnedReason: null, round: document.round + 1 };
    this.documents.advance(tx, document, act, { kind: 'submitted', countersignerIds }, changes);
    this.approvals.ask(tx, document, countersignerIds);
    for (const [personId] of named) this.documents.name(tx, document, personId);
    for (const personId of before) if (!named.some(([each]) => each === personId)) this.documents.unname(tx, document, personId);
    await this.clocks.submitted(tx, document, act.happenedAt);
    return document;
  }
}
