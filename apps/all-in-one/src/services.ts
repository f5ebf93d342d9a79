import { archives } from '@property-office/archives';
import type { ServiceDefinition } from '@property-office/backbone';
import { complaints } from '@property-office/complaints';
import { directory } from '@property-office/directory';
import { dispatch } from '@property-office/dispatch';
import { documents } from '@property-office/documents';
import { files } from '@property-office/files';
import { followups } from '@property-office/followups';
import { notifications } from '@property-office/notifications';
import { reception } from '@property-office/reception';
import { tickets } from '@property-office/tickets';
import { tracking } from '@property-office/tracking';

/** Every service of the product: the only place that knows them all. */
export const services: readonly ServiceDefinition[] = [directory, files, reception, tickets, dispatch, tracking, followups, complaints, documents, archives, notifications];
