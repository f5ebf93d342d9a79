/** The month that the calendar of a site shows: `2026-11`. */
export function monthOf(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(at);
}
