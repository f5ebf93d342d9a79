import { Injectable } from '@nestjs/common';
import { liesAhead } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { OutgoingTemplates, type TemplateVersion } from '../../persistence/outgoing-templates';
import type { SetTemplateDto } from './set-template.dto';

/** An office writes the template of a kind of documents: what is begun from then on begins with it; what was begun stays as it is. */
@Injectable()
export class SetTemplateHandler {
  constructor(private readonly templates: OutgoingTemplates) {}

  /** @throws roleMayNot (403), templateChanged (409), templateTooEarly, the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, { siteId, kind, title, body, replaces, effectiveFrom, ...input }: SetTemplateDto): Promise<TemplateVersion> {
    const act = actOf(tx, command, siteId, input);
    if (effectiveFrom && !liesAhead(effectiveFrom, act.happenedAt)) throw outgoingErrors.templateTooEarly();
    const last = await this.templates.lockLast(tx, siteId, kind);
    if (last !== replaces) throw outgoingErrors.templateChanged(last);
    return this.templates.add(tx, act, { siteId, kind, version: last + 1, title, body, effectiveFrom: effectiveFrom ?? act.happenedAt });
  }
}
