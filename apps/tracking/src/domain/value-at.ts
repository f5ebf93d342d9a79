/** A field of an event's data, or a field of one: `into.number`. */
export function valueAt(data: Record<string, unknown>, path: string): unknown {
  return path.split('.').reduce<unknown>((value, field) => (value as Record<string, unknown> | null | undefined)?.[field], data);
}
