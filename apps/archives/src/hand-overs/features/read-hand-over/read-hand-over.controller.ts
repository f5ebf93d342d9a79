import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { listById } from '../../../lists/persistence/read-lists';
import { handOverErrors } from '../../domain/errors';
import { Packages } from '../../package/packages';
import { HandOverLinks } from '../../persistence/hand-over-links';
import { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';
import { HandOverDetailView, handOverDetailView } from './hand-over-detail.view';

@Controller('api/hand-overs')
export class ReadHandOverController {
  constructor(
    private readonly database: Database,
    private readonly handOvers: HandOvers,
    private readonly links: HandOverLinks,
    private readonly packages: Packages,
  ) {}

  @Get(':id')
  @Operation('archives.readHandOver', { summary: { zh: '查看档案移交', en: 'Read a hand-over, its people and signatures' }, ok: 200, okBody: HandOverDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<HandOverDetailView>> {
    const list = await listById(this.database, HandOver, principal, 'archives.readHandOver', id);
    if (!list) throw handOverErrors.handOverUnknown();
    return this.database.transaction(async (tx) => {
      const [parties, links, signatures] = [await this.handOvers.partiesOf(tx, id), await this.links.of(tx, id), await this.handOvers.signaturesOf(tx, id)];
      return ok(handOverDetailView(list, { parties, links, signatures, seal: (await this.packages.of(tx, id))?.seal, now: tx.now }), list.version);
    });
  }
}
