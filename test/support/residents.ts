import { waitFor } from '@property-office/testing';
import type { Office } from './office';
import { accepted } from './repairs';
import { Session, type SignedIn } from './session';

/**
 * Signs in whoever holds a telephone, by the code that the demonstration shows in its log. Once a minute for each number.
 * @param phone no two of a test end in the same four digits
 */
export async function enter(office: Office, phone: string): Promise<Session> {
  const nobody = office.nobody();
  accepted(await nobody.post('/api/one-time-codes', { phone }), 200);
  const code = await waitFor(() => codeOf(office, phone), { what: `the code of ${phone} in the log` });
  const { token, principal } = accepted(
    await nobody.post<{ token: string; principal: SignedIn }>('/api/sessions', { phone, code }),
    201,
  );
  return new Session(() => office.url, token, principal);
}

function codeOf(office: Office, phone: string): string | undefined {
  const shown = new RegExp(`code of \\d{3}\\*{4}${phone.slice(-4)} is (\\d{6})`);
  return office.log.flatMap((line) => shown.exec(line)?.[1] ?? []).at(-1);
}

/** Messages of the live stream from a position on, until one of them holds a text. */
export async function streamUntil(office: Office, person: Session, text: string): Promise<string> {
  const aborted = new AbortController();
  const timer = setTimeout(() => aborted.abort(), 15_000);
  const answer = await fetch(`${office.url}/api/stream`, {
    headers: { authorization: `Bearer ${person.token}`, 'last-event-id': '0' },
    signal: aborted.signal,
  });
  let seen = '';
  try {
    for await (const chunk of answer.body!) {
      seen += Buffer.from(chunk).toString();
      if (seen.includes(text)) return seen;
    }
    throw new Error(`the stream ended without ${text}: ${seen}`);
  } finally {
    clearTimeout(timer);
    aborted.abort();
  }
}
