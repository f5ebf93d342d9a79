/** Those fields of a correction that say something else than before; dates and lists are compared by what they say. */
export function corrected<T extends object>(before: T, said: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  const fields = Object.entries(said).filter(([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name as keyof T]));
  return Object.fromEntries(fields) as Partial<T>;
}
