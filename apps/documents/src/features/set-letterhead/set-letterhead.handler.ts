import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type CommandContext } from '@property-office/service-kit';
import { Letterheads } from '../../persistence/letterheads';
import type { LetterheadView } from '../letterhead.view';
import type { SetLetterheadDto } from './set-letterhead.dto';

/** Papers printed from now on bear this name; what was printed stays as it is. */
@Injectable()
export class SetLetterheadHandler {
  constructor(private readonly letterheads: Letterheads) {}

  /** @throws roleMayNot (403), stale (412), the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, siteId: string, { office, ...input }: SetLetterheadDto): Promise<LetterheadView> {
    const act = actOf(tx, command, siteId, input);
    const known = await this.letterheads.lockVersion(tx, siteId);
    assertFresh(command, known);
    const version = known + 1;
    this.letterheads.set(tx, siteId, act, { office, version });
    return { siteId, office, version };
  }
}
