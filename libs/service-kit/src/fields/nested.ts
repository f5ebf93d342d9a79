import { field, type FieldOptions } from './field';
import { inASentence } from './in-a-sentence';
import type { DtoClass } from './shape';

// Swagger tells a class from what gives it by the name of the function: it has to be `type`.

/** A DTO inside a DTO. */
export function Nested(dto: () => DtoClass, options: FieldOptions): PropertyDecorator {
  return field(options, {
    structure: 'object',
    nested: dto,
    message: { zh: `请填写${options.label.zh}`, en: `Please fill in ${inASentence(options.label)}` },
    schema: { type: () => dto() },
  });
}

/** A list of DTOs. */
export function NestedList(
  dto: () => DtoClass,
  options: FieldOptions & { min?: number; max: number },
): PropertyDecorator {
  const { label, min = 0, max } = options;
  const range =
    min > 0
      ? { zh: `${min}–${max} 项`, en: `${min} to ${max} entries` }
      : { zh: `最多 ${max} 项`, en: `at most ${max} entries` };
  return field(options, {
    structure: 'objects',
    nested: dto,
    maxItems: max,
    message: { zh: `请填写${label.zh}（${range.zh}）`, en: `Please fill in ${inASentence(label)} (${range.en})` },
    schema: { type: () => dto(), isArray: true, minItems: min, maxItems: max },
    accepts: (value) => Array.isArray(value) && value.length >= min,
  });
}
