import { Injectable } from '@nestjs/common';
import { InternalClient } from './internal-client';

interface Contact {
  personId: string;
  phone: string | null;
}

/** Telephone numbers, which directory keeps: read, and written down there, at the moment they are used (G7). */
@Injectable()
export class Contacts {
  constructor(private readonly client: InternalClient) {}

  /** Without a number, or unknown: not in it. @throws unavailable when directory does not answer in time */
  async phonesOf(personIds: readonly string[], purpose: string): Promise<Map<string, string>> {
    if (personIds.length === 0) return new Map();
    const body = { personIds: [...new Set(personIds)], purpose };
    const { items } = await this.client.post<{ items: Contact[] }>('directory', '/internal/people/contacts', body);
    return new Map(items.flatMap(({ personId, phone }) => (phone === null ? [] : [[personId, phone] as const])));
  }
}
