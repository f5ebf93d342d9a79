import { receptionErrors } from './errors';

/** As the desk wrote it down. */
export interface SaidCaller {
  name?: string;
  phone?: string;
  /** They wanted to leave neither. */
  anonymous?: boolean;
}

/**
 * Who rang for a colleague: whoever is to ring back needs a name or a number, and where there is neither, that is no oversight (R2.3).
 * @throws callerUnsaid, callerNotAnonymous (400)
 */
export function whoRang({ name, phone, anonymous = false }: SaidCaller = {}): { name: string | null; phone: string | null } {
  const isKnown = name !== undefined || phone !== undefined;
  if (!isKnown && !anonymous) throw receptionErrors.callerUnsaid();
  if (isKnown && anonymous) throw receptionErrors.callerNotAnonymous();
  return { name: name ?? null, phone: phone ?? null };
}
