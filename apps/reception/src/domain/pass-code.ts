/** Without letters and digits that are taken for each other (Crockford's alphabet). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** A pass nobody guesses: 60 bits. @param random as many bytes as it takes, from a generator for secrets */
export function passCode(random: Uint8Array): string {
  if (random.length < length) throw new Error(`a pass code takes ${length} random bytes`);
  const code = [...random.subarray(0, length)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return code.match(/.{4}/g)!.join('-');
}

/** As it is compared: however somebody types or reads it out. */
export function normalPass(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
