import { Injectable } from '@nestjs/common';
import { InternalClient } from './internal-client';

/** What somebody is called, and their number where they have one. */
export interface PersonContact {
  name: string;
  phone: string | null;
}

/** Names and telephone numbers, which directory keeps: read, and written down there, at the moment they are used (G7). */
@Injectable()
export class PeopleContacts {
  constructor(private readonly services: InternalClient) {}

  /**
   * @param purpose as the audit trail of directory shows it
   * @returns by person; whom directory does not know is not in it
   * @throws unavailable (503)
   */
  async of(personIds: readonly string[], purpose: string): Promise<Map<string, PersonContact>> {
    if (personIds.length === 0) return new Map();
    const asked = { personIds: [...new Set(personIds)], purpose };
    const { items } = await this.services.post<{ items: Array<PersonContact & { personId: string }> }>('directory', '/internal/people/contacts', asked);
    return new Map(items.map(({ personId, name, phone }) => [personId, { name, phone }]));
  }

  /** As `of`, of those who have a number. */
  async phonesOf(personIds: readonly string[], purpose: string): Promise<Map<string, string>> {
    return new Map([...(await this.of(personIds, purpose))].flatMap(([personId, { phone }]) => (phone === null ? [] : [[personId, phone] as const])));
  }

  /**
   * As `of`, what people are called on paper.
   * @param personIds null: nobody
   * @returns what somebody is called: a blank to be filled in by hand for nobody, and for whom directory does not know
   */
  async namesOf(personIds: ReadonlyArray<string | null>, purpose: string): Promise<(personId: string | null) => string> {
    const known = await this.of(personIds.filter((each) => each !== null), purpose);
    return (personId) => (personId === null ? '' : (known.get(personId)?.name ?? ''));
  }
}
