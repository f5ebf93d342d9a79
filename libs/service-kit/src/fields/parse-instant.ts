const rfc3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:[Zz]|[+-](\d{2}):(\d{2}))$/;

/**
 * Reads an RFC 3339 date-time with its zone, to the millisecond, of the years 1900 to 2100.
 * @returns undefined for anything else, days that do not exist and leap seconds included
 */
export function parseInstant(text: string): Date | undefined {
  const parts = rfc3339.exec(text);
  if (!parts) return undefined;
  const numbers = parts.slice(1).map((part) => Number(part ?? 0));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] =
    numbers;
  if (hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59) return undefined;
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month))
    return undefined;
  return new Date(text.toUpperCase());
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
