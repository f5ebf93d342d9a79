import { platformMigrations } from '@property-office/backbone';
import type { ServiceSchema } from '@property-office/persistence';
import { Attachments1763900600000 } from './migrations/1763900600000-attachments.migration';
import { ContentTexts1763900600200 } from './migrations/1763900600200-content-texts.migration';
import { WipedObjects1763900600300 } from './migrations/1763900600300-wiped-objects.migration';
import { ContentFixity1766200000000 } from './migrations/1766200000000-content-fixity.migration';
import { UnreferredBytes1767900000000 } from './migrations/1767900000000-unreferred-bytes.migration';
import { ContentPages1795962000000 } from './migrations/1795962000000-content-pages.migration';
import { CountedContents1795965060000 } from './migrations/1795965060000-counted-contents.migration';
import { UploadsOfAPerson1763900600100 } from './migrations/1763900600100-uploads-of-a-person.migration';

export const filesSchema: ServiceSchema = {
  service: 'files',
  entities: [],
  migrations: [...platformMigrations, Attachments1763900600000, UploadsOfAPerson1763900600100, ContentTexts1763900600200, WipedObjects1763900600300, ContentFixity1766200000000, UnreferredBytes1767900000000, ContentPages1795962000000, CountedContents1795965060000],
  poolSize: 3,
};
