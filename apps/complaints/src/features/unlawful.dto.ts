import { Instant, Text } from '@property-office/service-kit';
import { complaintErrors } from '../domain/errors';
import type { Complaint } from '../persistence/complaint.entity';

/** Something unlawful: stopped, recorded and reported. Which of it is needed is the rule of the branches. */
export class UnlawfulDto {
  @Text({ label: { zh: '制止情况', en: 'how it was stopped' }, max: 2000, multiline: true, optional: true })
  stopped?: string;

  @Text({ label: { zh: '违法情况记录', en: 'record of what was unlawful' }, max: 2000, multiline: true, optional: true })
  record?: string;

  @Text({ label: { zh: '报告的主管部门', en: 'authority it was reported to' }, max: 200, optional: true })
  authority?: string;

  @Text({ label: { zh: '主管部门受理号', en: 'reference of the authority' }, max: 100, optional: true })
  reference?: string;

  @Instant({ label: { zh: '报告时间', en: 'time it was reported' }, optional: true })
  reportedAt?: Date;
}

/** Clocks of those who write down what happened just now run a little ahead. */
const clockSkew = 10 * 60_000;

/** What stands on the case of it; nothing where nothing unlawful was told. @throws reportedAhead (400) */
export function unlawfulFields(told: UnlawfulDto | undefined, now: Date) {
  if (told?.reportedAt && told.reportedAt.getTime() > now.getTime() + clockSkew) throw complaintErrors.reportedAhead();
  return {
    unlawful: told !== undefined,
    unlawfulStopped: told?.stopped ?? null,
    unlawfulRecord: told?.record ?? null,
    authority: told?.authority ?? null,
    authorityReference: told?.reference ?? null,
    reportedAt: told?.reportedAt ?? null,
  } satisfies Partial<Complaint>;
}
