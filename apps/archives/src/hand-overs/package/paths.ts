/**
 * Bytes of UTF-8. File systems take 255 of a name, which gets a number before it; Windows takes 260 characters of a whole path, of which
 * `records/PM01-WS·2026-D30-KFB-0012/` and where somebody unpacks it need about a hundred.
 */
const mostBytes = 150;
const longestEnding = 16;

/** What Windows takes for a device, whatever ending it has. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?:\.|$)/i;

/** A name that any system can write: no signs with a meaning in paths, nothing invisible, no device, no blank or dot at its end, not too long; what it ends in stays. */
export function safeName(name: string): string {
  const plain = name.normalize('NFC').replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '_').trim().replace(/^\.+/, '_').replace(device, '_$&');
  return shortened(plain).replace(/[. ]+$/, '_') || '_';
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= mostBytes) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= longestEnding ? name.slice(dot) : '';
  const letters = Array.from(name.slice(0, name.length - ending.length));
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
