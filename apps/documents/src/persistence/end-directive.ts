import { personsBehind } from '@property-office/access';
import type { Act } from '@property-office/service-kit';
import { directiveErrors } from '../domain/directive-errors';
import { mayEndDirective } from '../domain/directive-people';
import type { Directive } from './directive.entity';

/** @throws notYourDirective (403) */
export function assertMayEnd(directive: Directive, { actor }: Act): void {
  if (!mayEndDirective(directive, { role: actor.role, personIds: personsBehind(actor) })) throw directiveErrors.notYourDirective();
}
