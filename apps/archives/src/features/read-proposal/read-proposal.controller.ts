import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { proposalErrors } from '../../domain/proposal-errors';
import { AccessLog } from '../../persistence/access-log';
import { duplicatesOf } from '../../persistence/duplicates';
import { ReadProposals } from '../../persistence/read-proposals';
import { AskSources } from '../../sources/ask-sources';
import { alikeOf } from '../accept-proposal/accept-record';
import { proposalView } from '../proposal.view';
import { ProposalDetailView } from './proposal-detail.view';

@Controller('api/record-proposals')
export class ReadProposalController {
  constructor(
    private readonly database: Database,
    private readonly proposals: ReadProposals,
    private readonly sources: AskSources,
    private readonly log: AccessLog,
  ) {}

  @Get(':id')
  @Operation('archives.readProposal', {
    summary: { zh: '查看归档建议', en: 'Read a proposal of a record' },
    description: { zh: '列出可能重复的档案；每次查看都会留下记录。', en: 'With the records that may be the same. Each time is recorded.' },
    ok: 200,
    okBody: ProposalDetailView,
    errors: ['unavailable'],
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<ProposalDetailView>> {
    const proposal = await this.proposals.one(principal, id, 'archives.readProposal');
    if (!proposal) throw proposalErrors.proposalUnknown();
    await this.database.transaction(async (tx) => this.log.note(tx, principal, 'archives.readProposal', proposal, {}, 'record-proposal'));
    const looked = (await this.sources.about([proposal])).get(id);
    // A record that was made of it is no duplicate of it.
    const duplicates = looked ? await duplicatesOf(this.database, principal, alikeOf(proposal, looked), proposal.recordId) : [];
    const view = {
      ...proposalView(proposal),
      title: looked?.matter.title ?? proposal.title,
      pages: proposal.pages ?? looked?.matter.pages ?? null,
      pagesCounted: looked?.matter.pagesCounted ?? null,
      responsibleParty: looked?.matter.responsibleParty ?? null,
      documentNumber: looked?.matter.documentNumber ?? null,
      text: looked?.matter.text ?? null,
      steps: looked?.matter.trail.length ?? 0,
      files: (looked?.files ?? []).map(({ name, mediaType, sha256 }) => ({ name, mediaType, sha256 })),
      complete: looked?.complete ?? false,
      duplicates,
    };
    return ok(view, proposal.version);
  }
}
