import { extensionsOf, type MediaType } from './media-type';

const longest = 120;
const nameless = '附件';
/** Line breaks and other controls, and the marks that turn the direction of what follows: `photo\u202Egpj.exe`. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** How browsers write a quotation mark and line ends in the name of a form's file (HTML, multipart/form-data encoding). */
const escaped = /%(?:22|0[AD])/g;
const reserved = /[<>:"|?*]/g;

/**
 * The name an attachment is shown and saved under: of the name it came with, the last part of the path without what
 * cannot be seen or saved, cut to 120 characters; with the extension of what the file is.
 */
export function fileNameOf(given: string | undefined, type: MediaType): string {
  const last = (given ?? '').toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!;
  const plain = last
    .replace(escaped, '_')
    .replace(unseen, '')
    .replace(reserved, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const { stem, extension } = split(plain, type);
  return `${cut(stem, longest - extension.length - 1) || nameless}.${extension}`;
}

function split(name: string, type: MediaType): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  const given = name.slice(dot + 1);
  const fitting = extensionsOf(type);
  if (dot > 0 && fitting.includes(given.toLowerCase())) return { stem: name.slice(0, dot), extension: given };
  return { stem: name, extension: fitting[0]! };
}

/** By code points: half an emoji is none. */
function cut(text: string, length: number): string {
  return [...text].slice(0, length).join('').trim();
}
