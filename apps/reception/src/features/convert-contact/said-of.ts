import { receptionErrors } from '../../domain/errors';
import type { Contact } from '../../persistence/contact.entity';
import type { ConvertContactDto } from './convert-contact.dto';

/**
 * What is said in what a contact becomes (W2.1): the caller's own words, unless the desk put it otherwise; where a screenshot says them,
 * the summary of the desk. Of a visitor there may be nothing to say.
 * @throws conversionIncomplete (400) where nothing says what it is about
 */
export function saidOf({ ownWords, summary }: Pick<Contact, 'ownWords' | 'summary'>, { to, description }: Pick<ConvertContactDto, 'to' | 'description'>): string {
  const said = description ?? (ownWords || (summary ?? ''));
  if (said === '' && to !== 'visitor') throw receptionErrors.conversionIncomplete('/description', '原话只有截图，请填写摘要', 'a screenshot says it all: sum it up');
  return said;
}
