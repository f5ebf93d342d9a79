import type { Localized } from '@property-office/kernel';
import { currentRequest } from './request-context';

/** Words of the office, such as the name of a state, in the language of the request that is being answered. */
export function inAskedLanguage(words: Localized): string {
  return words[currentRequest()?.language ?? 'zh'];
}
