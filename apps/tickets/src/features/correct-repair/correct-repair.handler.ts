import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act, CommandContext } from '@property-office/service-kit';
import { correctionOf, mayCorrect, type Correctable, type CorrectedField } from '../../domain/correction';
import { ticketErrors } from '../../domain/errors';
import type { RepairCategory } from '../../domain/repair-categories';
import { Categories } from '../../persistence/categories';
import { Places, type KnownPlace } from '../../persistence/places';
import { RepairClocks } from '../../persistence/repair-clocks';
import { moveReporterAccess } from '../../persistence/reporter-access';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';
import type { CorrectRepairDto } from './correct-repair.dto';

/** What a correction refers to, looked up before its transaction begins. */
export interface PreparedCorrection {
  category?: RepairCategory;
  place?: KnownPlace & { id: string };
}

const fields: readonly CorrectedField[] = ['category', 'location', 'urgency', 'description', 'reporterId'];

/** A wrong category, home, person, urgency or description is corrected visibly, in every state (G3): records rest on it. */
@Injectable()
export class CorrectRepairHandler {
  constructor(
    private readonly categories: Categories,
    private readonly places: Places,
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
  ) {}

  /** @throws categoryUnknown, locationUnknown (400) */
  async prepare({ category: code, location }: CorrectRepairDto): Promise<PreparedCorrection> {
    const prepared: PreparedCorrection = {};
    if (code !== undefined) {
      prepared.category = await this.categories.find(code);
      if (!prepared.category) throw ticketErrors.categoryUnknown(code);
    }
    if (location) {
      const id = location.homeId ?? location.place;
      const place = id && !(location.homeId && location.place) ? await this.places.find(id) : undefined;
      if (!id || place?.kind !== (location.homeId ? 'home' : 'place')) throw ticketErrors.locationUnknown();
      prepared.place = { ...place, id };
    }
    return prepared;
  }

  /** @throws unknown (404), correctionNotAllowed (403), correctionEmpty, locationUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: CorrectRepairDto, prepared: PreparedCorrection): Promise<RepairRequest> {
    const { request, act } = await this.requests.lockForAct(tx, command, id, input);
    assertAllowed(command.principal, request, act, input);
    const { place } = prepared;
    if (place && !mayBeAt(command.principal, request, act, place)) throw ticketErrors.locationUnknown();
    const correction = correctionOf(request, wanted(input, prepared));
    if (!correction) throw ticketErrors.correctionEmpty();
    this.requests.advance(tx, request, act, { kind: 'corrected', correction, reason: input.reason }, correction.to);
    moveReporterAccess(tx, request, correction);
    if (correction.to.repairClass) await this.clocks.reclassify(tx, request);
    return request;
  }
}

function assertAllowed({ personId }: Principal, request: RepairRequest, { actor }: Act, input: CorrectRepairDto): void {
  for (const field of fields) {
    if (input[field] === undefined) continue;
    const own = actor.role !== 'resident' || request.reporterId === personId;
    if (!own || !mayCorrect(actor.role, field)) throw ticketErrors.correctionNotAllowed(field);
  }
}

/** A request stays on its site; a resident moves it to a home of theirs or a public place. */
function mayBeAt({ homes }: Principal, request: RepairRequest, { actor }: Act, place: KnownPlace & { id: string }): boolean {
  if (place.siteId !== request.siteId) return false;
  return actor.role !== 'resident' || place.kind !== 'home' || homes.includes(place.id);
}

function wanted({ urgency, description, reporterId }: CorrectRepairDto, { category, place }: PreparedCorrection): Partial<Correctable> {
  return {
    ...(category && {
      category: category.code,
      repairClass: category.repairClass,
      dispatchMode: category.dispatchMode,
      skill: category.skill,
    }),
    ...(place && { locationKind: place.kind, locationId: place.id }),
    ...(urgency !== undefined && { urgent: urgency === 'urgent' }),
    ...(description !== undefined && { description }),
    ...(reporterId !== undefined && { reporterId }),
  };
}
