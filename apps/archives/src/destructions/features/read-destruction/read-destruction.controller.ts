import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { destructionErrors } from '../../domain/errors';
import { Destructions } from '../../persistence/destructions';
import { shownRecords } from '../../../lists/persistence/read-lists';
import { ReadLists } from '../../persistence/read-lists';
import { wipesOf } from '../../persistence/read-wipes';
import { WitnessLinks } from '../../persistence/witness-links';
import { Register } from '../../register/register';
import { DestructionDetailView, destructionDetailView } from './destruction-detail.view';

@Controller('api/destructions')
export class ReadDestructionController {
  constructor(
    private readonly database: Database,
    private readonly lists: ReadLists,
    private readonly destructions: Destructions,
    private readonly links: WitnessLinks,
    private readonly register: Register,
  ) {}

  @Get(':id')
  @Operation('archives.readDestruction', {
    summary: { zh: '查看销毁清册', en: 'Read a destruction list, its signatures and certificate' },
    description: { zh: '只列出您可以查看的档案。', en: 'Of its records it shows those that you may see.' },
    ok: 200,
    okBody: DestructionDetailView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<DestructionDetailView>> {
    const list = await this.lists.destruction(principal, id);
    if (!list) throw destructionErrors.destructionUnknown();
    return this.database.transaction(async (tx) => {
      const [records, witnessIds] = [await shownRecords(tx, principal, await this.destructions.recordsOf(tx, id)), await this.destructions.witnessesOf(tx, id)];
      const [links, signatures] = [await this.links.of(tx, id), await this.destructions.signaturesOf(tx, id)];
      const beside = { records, witnessIds, links, signatures, registerHash: await this.register.hashOf(tx, id), wipes: await wipesOf(tx, id), now: tx.now };
      return ok(destructionDetailView(list, beside), list.version);
    });
  }
}
