/** As much of a name as any system takes, in bytes of UTF-8; what stands before and behind it has room, too. */
const mostBytes = 150;
const longestEnding = 16;

/** A name that any system can write: no signs with a meaning in paths, nothing invisible, not too long; what it ends in stays. */
export function safeName(name: string): string {
  const plain = name.normalize('NFC').replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '_').trim().replace(/^\.+/, '_').replace(/\.+$/, '_') || '_';
  if (Buffer.byteLength(plain) <= mostBytes) return plain;
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 && plain.length - dot <= longestEnding ? plain.slice(dot) : '';
  const letters = Array.from(plain.slice(0, plain.length - ending.length));
  while (Buffer.byteLength(letters.join('') + ending) > mostBytes) letters.pop();
  return letters.join('') + ending;
}

/** Paths within a package, each given once, also to a system that does not tell capital letters from small ones. */
export class Paths {
  private readonly taken = new Set<string>();

  take(folder: string, name: string): string {
    for (let n = 1; ; n += 1) {
      const path = `${folder}/${n === 1 ? '' : `${n}-`}${name}`;
      if (this.taken.has(path.toLowerCase())) continue;
      this.taken.add(path.toLowerCase());
      return path;
    }
  }
}
