import { field, type FieldOptions } from './field';

export interface TextOptions extends FieldOptions {
  /** Characters (code points), counted without the white space around the text. 1 unless given. */
  min?: number;
  max: number;
  /** Lines and tabs are part of the text; otherwise no control character is. */
  multiline?: boolean;
}

const controls = /[\p{Cc}\u2028\u2029]/u;
const controlsButLines = /[^\P{Cc}\n\r\t]/u;

/** A text a person wrote. White space around it is dropped, so a text of spaces only is an empty one. */
export function Text(options: TextOptions): PropertyDecorator {
  const { min = 1, max, multiline = false } = options;
  const forbidden = multiline ? controlsButLines : controls;
  return field(options, {
    structure: 'scalar',
    message: message(options),
    schema: { type: String, minLength: min, maxLength: max },
    read: (value) => (typeof value === 'string' ? value.trim() : value),
    accepts: (value) => typeof value === 'string' && hasLength(value, min, max) && !forbidden.test(value),
  });
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
        en: `The ${label.en} takes ${range.en} and may not be blank`,
      }
    : { zh: `请填写${label.zh}（${range.zh}）`, en: `Please fill in the ${label.en} (${range.en})` };
}
