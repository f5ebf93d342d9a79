import { Injectable } from '@nestjs/common';
import { grantAccess } from '@property-office/access';
import { datedNumber } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { RepairCategory } from '../../domain/repair-categories';
import { Contacts, type Contact } from '../../persistence/contacts';
import type { KnownPlace } from '../../persistence/places';
import { RepairClocks } from '../../persistence/repair-clocks';
import { RepairRequest, type ReportChannel } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';

/** A repair that was found to be in order: what it refers to is known, its times are possible. */
export interface AcceptedReport {
  id: string;
  sequence: number;
  /** By which its clocks run. */
  rules: RuleBook;
  category: RepairCategory;
  place: KnownPlace;
  locationId: string;
  description: string;
  urgent: boolean;
  preferredWindow?: { from: Date; to: Date };
  seenAt?: Date;
  reporterId: string | null;
  channel: ReportChannel;
  contact?: Contact;
  attachmentIds: string[];
  externalReference?: string;
  /** reception's, where it was converted from one. */
  contactId?: string;
}

/** Makes the request of a report, however it came: nothing but writes, so that it costs one round trip. */
@Injectable()
export class AcceptReportHandler {
  constructor(
    private readonly contacts: Contacts,
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
  ) {}

  execute(tx: Transaction, act: Act, report: AcceptedReport): RepairRequest {
    const { category, place, contact, reporterId } = report;
    const request = new RepairRequest();
    request.id = report.id;
    request.number = datedNumber('R', tx.now, report.sequence);
    request.siteId = place.siteId;
    request.version = 1;
    request.episode = 1;
    request.state = 'open';
    request.category = category.code;
    request.repairClass = category.repairClass;
    request.dispatchMode = category.dispatchMode;
    request.skill = category.skill;
    request.responsibleId = null;
    request.plannedFor = null;
    request.urgedCount = 0;
    request.lastUrgedAt = null;
    request.rating = null;
    request.ratedEpisode = null;
    request.ratedAt = null;
    request.mergedInto = null;
    request.mergedIntoNumber = null;
    request.mergedFrom = null;
    request.locationKind = place.kind;
    request.locationId = report.locationId;
    request.description = report.description;
    request.urgent = report.urgent;
    request.preferredFrom = report.preferredWindow?.from ?? null;
    request.preferredTo = report.preferredWindow?.to ?? null;
    request.seenAt = report.seenAt ?? null;
    request.reporterId = reporterId;
    request.channel = report.channel;
    request.externalReference = report.externalReference ?? null;
    request.contactCipher = contact ? this.contacts.seal(contact) : null;
    request.contactOf = contact ? reporterId : null;
    request.contactId = report.contactId ?? null;
    request.attachmentIds = report.attachmentIds;
    request.happenedAt = act.happenedAt;
    request.lastHappenedAt = act.happenedAt;
    request.recordedAt = tx.now;
    request.changedAt = tx.now;

    this.requests.insert(tx, request, act);
    this.clocks.begin(tx, report.rules, request, act.happenedAt);
    for (const personId of new Set([reporterId, act.actor.personId])) {
      if (!personId) continue;
      grantAccess(tx, { objectId: request.id, siteId: request.siteId, subject: `person:${personId}`, right: 'act', sourceVersion: 1 });
    }
    return request;
  }
}
