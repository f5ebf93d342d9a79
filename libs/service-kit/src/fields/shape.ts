import { pointerToken } from '../problems/pointer-token';
import type { FieldError, Localized } from '@property-office/kernel';

export type DtoClass = new () => object;

/** What JSON a field is made of, before any rule looks at its value. */
export type Structure = 'scalar' | 'list' | 'object' | 'objects';

export interface FieldShape {
  structure: Structure;
  message: Localized;
  maxItems: number | undefined;
  nested: (() => DtoClass) | undefined;
}

const declared = new Map<Function, Map<string, FieldShape>>();
const complete = new Map<Function, Map<string, FieldShape>>();

const unknownField: Localized = { zh: '不认识的字段', en: 'Unknown field' };
const objectExpected: Localized = { zh: '请提交一个 JSON 对象', en: 'Send a JSON object' };
/** More tell nobody anything, and cost. */
const mostErrors = 20;

export function declareShape(dto: Function, name: string, shape: FieldShape): void {
  const own = declared.get(dto) ?? new Map<string, FieldShape>();
  declared.set(dto, own.set(name, shape));
}

/** The fields of a DTO with those it inherits; empty for what is no DTO. */
export function shapeOf(dto: Function): ReadonlyMap<string, FieldShape> {
  const known = complete.get(dto);
  if (known) return known;
  const parent: unknown = Object.getPrototypeOf(dto);
  const inherited = typeof parent === 'function' ? shapeOf(parent) : [];
  const shape = new Map([...inherited, ...(declared.get(dto) ?? [])]);
  complete.set(dto, shape);
  return shape;
}

/**
 * Compares received JSON with the shape of a DTO: unknown names, objects where a text belongs, lists too long. Runs
 * before the transformer, whose time grows with the square of the number of names it is given.
 */
export function shapeErrors(dto: Function, value: unknown, pointer: (name: string) => string): FieldError[] {
  const errors: FieldError[] = [];
  compare(dto, value, '', pointer, errors);
  return errors;
}

function compare(
  dto: Function,
  value: unknown,
  at: string,
  pointer: (name: string) => string,
  errors: FieldError[],
): void {
  if (!isObject(value)) {
    errors.push({ pointer: at === '' ? '' : pointer(at), message: objectExpected });
    return;
  }
  const shape = shapeOf(dto);
  for (const name of Object.keys(value)) {
    if (errors.length >= mostErrors) return;
    const field = shape.get(name);
    const here = at === '' ? pointerToken(name) : `${at}/${pointerToken(name)}`;
    if (!field) errors.push({ pointer: pointer(here), message: unknownField });
    else if (!hasStructure(field, value[name]))
      errors.push({ pointer: pointer(here), message: field.message });
    else if (field.structure === 'object') compare(field.nested!(), value[name], here, pointer, errors);
    else if (field.structure === 'objects') {
      (value[name] as unknown[]).forEach((item, index) =>
        compare(field.nested!(), item, `${here}/${index}`, pointer, errors),
      );
    }
  }
}

function hasStructure({ structure, maxItems }: FieldShape, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (structure === 'object') return isObject(value);
  if (structure === 'scalar') return typeof value !== 'object';
  if (!Array.isArray(value) || value.length > (maxItems ?? Infinity)) return false;
  return structure === 'objects' || value.every((item) => typeof item !== 'object');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
