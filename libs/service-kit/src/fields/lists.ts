import { field, type FieldOptions } from './field';
import type { WholeNumberOptions } from './numbers';
import { isText, readText, type TextOptions } from './text';

/** How many entries a list takes. */
interface Entries {
  /** 0 unless given. */
  atLeast?: number;
  atMost: number;
}

/** Several texts, each once; an empty list is a list unless `atLeast` says otherwise. */
export function Texts(options: Pick<TextOptions, 'max'> & FieldOptions & Entries): PropertyDecorator {
  const { label, max, atLeast = 0, atMost } = options;
  return field(options, {
    structure: 'list',
    maxItems: atMost,
    message: {
      zh: `请填写${label.zh}（${range(options)} 项，每项最多 ${max} 字，不能重复）`,
      en: `Please fill in the ${label.en} (${range(options)} entries of at most ${max} characters, each once)`,
    },
    schema: { type: [String], items: { type: 'string', minLength: 1, maxLength: max }, minItems: atLeast, maxItems: atMost, uniqueItems: true },
    read: (value) => (Array.isArray(value) ? value.map(readText) : value),
    accepts: (value) => isList(value, options) && value.every((each) => isText(each, { max })),
  });
}

/** Several whole numbers, each once. */
export function WholeNumbers(options: WholeNumberOptions & Entries): PropertyDecorator {
  const { label, min, max, atLeast = 0, atMost } = options;
  return field(options, {
    structure: 'list',
    maxItems: atMost,
    message: {
      zh: `${label.zh}应为 ${range(options)} 个 ${min} 到 ${max} 之间的整数，不能重复`,
      en: `The ${label.en} must be ${range(options)} whole numbers from ${min} to ${max}, each once`,
    },
    schema: { type: [Number], items: { type: 'integer', minimum: min, maximum: max }, minItems: atLeast, maxItems: atMost, uniqueItems: true },
    accepts: (value) => isList(value, options) && value.every((each) => Number.isSafeInteger(each) && (each as number) >= min && (each as number) <= max),
  });
}

const range = ({ atLeast = 0, atMost }: Entries): string => `${atLeast}–${atMost}`;

function isList(value: unknown, { atLeast = 0, atMost }: Entries): value is unknown[] {
  return Array.isArray(value) && value.length >= atLeast && value.length <= atMost && new Set(value).size === value.length;
}
