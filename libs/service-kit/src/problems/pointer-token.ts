/** A name as a part of a JSON pointer (RFC 6901, 3). */
export function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
