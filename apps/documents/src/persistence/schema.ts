import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations } from '@property-office/deadlines';
import type { ServiceSchema } from '@property-office/persistence';
import { Directive } from './directive.entity';
import { IncomingDocument } from './incoming-document.entity';
import { Letterhead } from './letterhead.entity';
import { MailItem } from './mail-item.entity';
import { Incoming1763901200000 } from './migrations/1763901200000-incoming.migration';
import { Mail1763901200100 } from './migrations/1763901200100-mail.migration';
import { Outgoing1763901200200 } from './migrations/1763901200200-outgoing.migration';
import { Directives1763901200300 } from './migrations/1763901200300-directives.migration';
import { Letterhead1763901200400 } from './migrations/1763901200400-letterhead.migration';
import { SealedCopies1763901200500 } from './migrations/1763901200500-sealed-copies.migration';
import { WithdrawnSignatures1763901200600 } from './migrations/1763901200600-withdrawn-signatures.migration';
import { EndedParts1763901200700 } from './migrations/1763901200700-ended-parts.migration';
import { AttachmentNames1763901200800 } from './migrations/1763901200800-attachment-names.migration';
import { DocumentTexts1763901200900 } from './migrations/1763901200900-document-texts.migration';
import { OfficeTemplates1763901201000 } from './migrations/1763901201000-office-templates.migration';
import { TidyUps1763901201100 } from './migrations/1763901201100-tidy-ups.migration';
import { FurtherTexts1763901201200 } from './migrations/1763901201200-further-texts.migration';
import { CountedPages1795962060000 } from './migrations/1795962060000-counted-pages.migration';
import { CopiesAndMinutes1795962120000 } from './migrations/1795962120000-copies-and-minutes.migration';
import { DraftingJobs1795962180000 } from './migrations/1795962180000-drafting-jobs.migration';
import { Corrections1795962240000 } from './migrations/1795962240000-corrections.migration';
import { UnsealedMinutes1795965120000 } from './migrations/1795965120000-unsealed-minutes.migration';
import { AskedPages1795965180000 } from './migrations/1795965180000-asked-pages.migration';
import { SubstanceOfVersions1795969960000 } from './migrations/1795969960000-substance-of-versions.migration';
import { DraftsOfRequesters1795970020000 } from './migrations/1795970020000-drafts-of-requesters.migration';
import { OutgoingDocument } from './outgoing-document.entity';
import { PrintJob } from './print-job.entity';
import { WorkInHand1795973200000 } from './migrations/1795973200000-work-in-hand.migration';

export const documentsSchema: ServiceSchema = {
  service: 'documents',
  entities: [IncomingDocument, MailItem, OutgoingDocument, Directive, PrintJob, Letterhead],
  migrations: [
    ...platformMigrations,
    ...deadlineMigrations,
    Incoming1763901200000,
    Mail1763901200100,
    Outgoing1763901200200,
    Directives1763901200300,
    Letterhead1763901200400,
    SealedCopies1763901200500,
    WithdrawnSignatures1763901200600,
    EndedParts1763901200700,
    AttachmentNames1763901200800,
    DocumentTexts1763901200900,
    OfficeTemplates1763901201000,
    TidyUps1763901201100,
    FurtherTexts1763901201200,
    CountedPages1795962060000,
    CopiesAndMinutes1795962120000,
    DraftingJobs1795962180000,
    Corrections1795962240000,
    UnsealedMinutes1795965120000,
    AskedPages1795965180000,
    SubstanceOfVersions1795969960000,
    DraftsOfRequesters1795970020000,
    WorkInHand1795973200000,
  ],
  poolSize: 3,
};
