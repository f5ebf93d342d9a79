import { isId } from '@property-office/kernel';
import { field, type FieldOptions } from './field';

/** The id of something that exists: a UUID. */
export function Id(options: FieldOptions): PropertyDecorator {
  return field(options, {
    structure: 'scalar',
    message: { zh: `请选择有效的${options.label.zh}`, en: `Please choose a valid ${options.label.en}` },
    schema: { type: String, format: 'uuid' },
    read: lowered,
    accepts: isId,
  });
}

/** Ids of several things, each once; an empty list is a list unless `min` says otherwise. */
export function Ids(options: FieldOptions & { min?: number; max: number }): PropertyDecorator {
  const { label, min = 0, max } = options;
  const range =
    min > 0
      ? { zh: `${min}–${max} 个`, en: `${min} to ${max}` }
      : { zh: `最多 ${max} 个`, en: `at most ${max}` };
  return field(options, {
    structure: 'list',
    maxItems: max,
    message: {
      zh: `请选择有效的${label.zh}（${range.zh}，不能重复）`,
      en: `Please choose valid ${label.en} (${range.en}, each once)`,
    },
    schema: {
      type: [String],
      items: { type: 'string', format: 'uuid' },
      ...(min > 0 && { minItems: min }),
      maxItems: max,
      uniqueItems: true,
    },
    read: (value) => (Array.isArray(value) ? value.map(lowered) : value),
    accepts: (value) =>
      Array.isArray(value) &&
      value.length >= min &&
      value.every(isId) &&
      new Set(value).size === value.length,
  });
}

/** As PostgreSQL writes a UUID, so that two spellings of one id compare equal. */
function lowered(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
