import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { isRead, isWaitingFor, whoseTurn } from '../../domain/circulation';
import { documentErrors } from '../../domain/errors';
import { Circulations } from '../../persistence/circulations';
import { assertColleague } from '../../persistence/colleagues';
import { DocumentClocks } from '../../persistence/document-clocks';
import { keepRemark } from '../../persistence/document-texts';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import type { ChangeReadersDto } from './change-readers.dto';

/** Readers are added or left out, never silently: who did it and why stands beside each. */
@Injectable()
export class ChangeReadersHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly circulations: Circulations,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws documentUnknown (404), documentMoveIllegal, notCirculated (409), readerUnfit, staffUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { add = [], leaveOut = [], reason, ...input }: ChangeReadersDto): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'change-readers', input);
    const circulation = await this.circulations.now(tx, document);
    if (!circulation || isRead(circulation)) throw documentErrors.notCirculated();
    if (add.length + leaveOut.length === 0) throw documentErrors.readerUnfit('请选择要增加或不再传阅的人', 'choose whom to add or to leave out');
    if (add.some((personId) => circulation.readers.some((reader) => reader.personId === personId)))
      throw documentErrors.readerUnfit('要增加的人已在传阅之列', 'somebody is among its readers already');
    if (!leaveOut.every((personId) => isWaitingFor(circulation, personId)))
      throw documentErrors.readerUnfit('只能去掉尚未阅读的传阅人', 'only who has not read it can be left out');
    for (const personId of add) await assertColleague(tx, personId, document.siteId, '/add');
    const before = whoseTurn(circulation);
    const by = { personId: act.actor.personId, at: act.happenedAt, reason };
    this.circulations.add(tx, id, circulation.n, add, Math.max(...circulation.readers.map(({ position }) => position)), by);
    this.circulations.leaveOut(tx, id, circulation.n, leaveOut, by);
    const next = whoseTurn((await this.circulations.now(tx, document))!);
    keepRemark(tx, id, reason);
    this.documents.advance(tx, document, act, { kind: 'readers-changed', added: add, leftOut: leaveOut, next }, { state });
    for (const personId of add) this.documents.name(tx, document, personId);
    const others = await this.circulations.partOf(tx, id, leaveOut);
    for (const personId of leaveOut.filter((each) => !others.has(each))) this.documents.unname(tx, document, personId);
    const turned = circulation.ordered ? next[0] !== before[0] : next.length === 0;
    if (turned) await this.clocks.turned(tx, document, act.happenedAt, { read: false, next: next.length > 0 });
    return document;
  }
}
