import { directoryErrors } from './errors';

/** The zone under the name the tz database gives it. @throws time-zone-unknown (400); offsets such as +08:00 are no zones */
export function timeZoneNamed(name: string): string {
  if (!/^[A-Za-z]/.test(name)) throw directoryErrors.timeZoneUnknown();
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw directoryErrors.timeZoneUnknown();
  }
}
