import { field, type FieldOptions } from './field';
import { atItsBeginning, inASentence } from './in-a-sentence';

export interface TextOptions extends FieldOptions {
  /** Characters (code points), counted without the white space around the text. 1 unless given. */
  min?: number;
  max: number;
  /** Lines and tabs are part of the text; otherwise no control character is. */
  multiline?: boolean;
}

const controls = /[\p{Cc}\u2028\u2029]/u;
const controlsButLines = /[^\P{Cc}\n\r\t]/u;

/**
 * What nobody sees and people paste all the same, from address books and chats: it would hide a text from the search and
 * let an empty one look written. Not the joiner within an emoji.
 */
const invisible =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d/gu;
/** A letter, digit or sign; a mark that goes with one is not enough. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A text a person wrote. White space around it and what is invisible is dropped, so a text of spaces only is an empty one. */
export function Text(options: TextOptions): PropertyDecorator {
  const { min = 1, max } = options;
  return field(options, {
    structure: 'scalar',
    message: message(options),
    schema: { type: String, minLength: min, maxLength: max },
    read: readText,
    accepts: (value) => isText(value, options),
  });
}

/** A text without what is around it and what nobody sees. */
export function readText(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(invisible, '').trim() : value;
}

export function isText(value: unknown, { min = 1, max, multiline = false }: Pick<TextOptions, 'min' | 'max' | 'multiline'>): boolean {
  const forbidden = multiline ? controlsButLines : controls;
  return typeof value === 'string' && hasLength(value, min, max) && !forbidden.test(value) && (min === 0 || visible.test(value));
}

function hasLength(text: string, min: number, max: number): boolean {
  // Surrogates come in pairs only (json-body.ts).
  const points = text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0);
  return points >= min && points <= max;
}

function message({ label, min = 1, max, optional }: TextOptions) {
  const range =
    min > 1
      ? { zh: `${min}–${max} 字`, en: `${min} to ${max} characters` }
      : { zh: `最多 ${max} 字`, en: `at most ${max} characters` };
  return optional
    ? {
        zh: `${label.zh}：${range.zh}，不能是空白`,
        en: `${atItsBeginning(label)} may have ${range.en} and may not be blank`,
      }
    : { zh: `请填写${label.zh}（${range.zh}）`, en: `Please fill in ${inASentence(label)} (${range.en})` };
}
