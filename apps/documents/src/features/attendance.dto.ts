import { Texts } from '@property-office/service-kit';
import type { Attendance } from '../domain/attendance';

/** Who was at the meeting, by name. */
export class AttendanceDto {
  @Texts({ label: { zh: '出席', en: 'present' }, max: 100, atLeast: 1, atMost: 100 })
  present!: string[];

  @Texts({ label: { zh: '请假', en: 'absent' }, max: 100, atMost: 100, optional: true })
  absent?: string[];

  @Texts({ label: { zh: '列席', en: 'observers' }, max: 100, atMost: 100, optional: true })
  observers?: string[];
}

/** As the document keeps it; null where nobody said anything of it. */
export function attendanceOf({ attendance }: { attendance?: AttendanceDto }): Attendance | null {
  return attendance ? { absent: [], observers: [], ...attendance } : null;
}
