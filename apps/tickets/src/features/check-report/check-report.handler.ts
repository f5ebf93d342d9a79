import { Injectable } from '@nestjs/common';
import { untilKnown } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import type { RepairCategory } from '../../domain/repair-categories';
import { Categories } from '../../persistence/categories';
import { Places, type KnownPlace } from '../../persistence/places';

/** What a report refers to, found. */
export interface CheckedReport {
  category: RepairCategory;
  place: KnownPlace;
}

/** Whether there is what a report refers to; asked before any transaction. */
@Injectable()
export class CheckReportHandler {
  constructor(
    private readonly categories: Categories,
    private readonly places: Places,
  ) {}

  /**
   * @param location undefined where the report names none, or two
   * @throws categoryUnknown, locationUnknown (400), unavailable (503)
   */
  async execute(code: string, location: { kind: 'home' | 'place'; id: string } | undefined): Promise<CheckedReport> {
    const category = await this.categories.find(code);
    if (!category) throw ticketErrors.categoryUnknown(code);
    if (!location) throw ticketErrors.locationUnknown();
    const place = await untilKnown(location.id, () => this.places.find(location.id));
    if (place?.kind !== location.kind) throw ticketErrors.locationUnknown();
    return { category, place };
  }
}
