import { Injectable } from '@nestjs/common';
import { InternalClient } from './internal-client';

interface Contacts {
  items: Array<{ personId: string; name: string }>;
}

/** What people are called on paper; directory keeps names, and writes down that they were asked for. */
@Injectable()
export class PeopleNames {
  constructor(private readonly services: InternalClient) {}

  /**
   * @param personIds null: nobody
   * @param purpose as the audit trail shows it
   * @returns what somebody is called: a blank to be filled in by hand for nobody, and for whom directory does not know
   * @throws unavailable (503)
   */
  async of(personIds: ReadonlyArray<string | null>, purpose: string): Promise<(personId: string | null) => string> {
    const asked = [...new Set(personIds.filter((each) => each !== null))];
    if (asked.length === 0) return () => '';
    const { items } = await this.services.post<Contacts>('directory', '/internal/people/contacts', { personIds: asked, purpose });
    const names = new Map(items.map(({ personId, name }) => [personId, name]));
    return (personId) => (personId === null ? '' : (names.get(personId) ?? ''));
  }
}
