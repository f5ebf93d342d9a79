import type { Checked, Refused } from '@property-office/contracts';
import { DomainError } from '@property-office/kernel';

/**
 * Answers for an internal route whether something would be accepted. What is not would be refused as invalid, in both
 * languages; any other error is thrown.
 */
export async function checked(examine: () => Promise<unknown>): Promise<Checked> {
  try {
    await examine();
    return { refused: null };
  } catch (error) {
    if (!(error instanceof DomainError) || error.spec.kind !== 'invalid') throw error;
    return { refused: inBoth(error) };
  }
}

function inBoth(error: DomainError): Refused {
  const [zh, en] = [error.detail('zh'), error.detail('en')];
  return {
    code: error.code,
    title: { zh: error.title('zh'), en: error.title('en') },
    ...(zh !== undefined && en !== undefined && { detail: { zh, en } }),
    fields: [...error.fields],
  };
}
