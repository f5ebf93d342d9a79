/** A key file in which a key may wait. The first key is the current one; all of them are accepted. */
export interface Rotated {
  /** Id of the one that is to be the current one, once every process knows it. */
  next?: string;
}

interface RotatedFile extends Rotated {
  keys: Array<{ kid: string }>;
}

/** One more key, known and not yet used; the same file where one waits already. */
export function withNextKey<F extends RotatedFile>(file: F, fresh: F): F {
  if (file.next !== undefined) return file;
  const [key] = fresh.keys;
  return { ...file, keys: [...file.keys, key!], next: key!.kid };
}

/** The key that waits is the current one from now on; those before it are still accepted. */
export function promoted<F extends RotatedFile>({ next, ...file }: F): F {
  const keys = file.keys.toSorted((one, other) => Number(other.kid === next) - Number(one.kid === next));
  return { ...file, keys } as unknown as F;
}

/** Only the current key; one that waits stays. */
export function retired<F extends RotatedFile>(file: F): F {
  return { ...file, keys: file.keys.filter(({ kid }, index) => index === 0 || kid === file.next) };
}
