import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import type { Localized } from '@property-office/kernel';
import { Transform, Type } from 'class-transformer';
import { registerDecorator, ValidateNested } from 'class-validator';
import { declareShape, type DtoClass, type Structure } from './shape';

/** What every field says of itself. The label names the field to a person, as in 「请填写{label}」. */
export interface FieldOptions {
  label: Localized;
  /** May be left out. `null` is never accepted for "left out". */
  optional?: boolean;
  description?: string;
  example?: unknown;
}

/** One field: its JSON structure, the rule for its value, and the sentence a person reads when either is not met. */
export interface FieldRule {
  structure: Structure;
  message: Localized;
  schema: ApiPropertyOptions;
  /** Turns the received value into what the handler gets; a value it cannot read is returned as it came. */
  read?: (value: unknown) => unknown;
  /** Judges the value that was read. */
  accepts?: (value: unknown) => boolean;
  maxItems?: number;
  nested?: () => DtoClass;
}

/** Declares a DTO field once: for validation, for its messages and for the OpenAPI document. */
export function field(options: FieldOptions, rule: FieldRule): PropertyDecorator {
  const optional = options.optional ?? false;
  return (target, property) => {
    const name = String(property);
    const { structure, message, maxItems, nested, read, accepts = () => true } = rule;
    declareShape(target.constructor, name, { structure, message, maxItems, nested });
    registerDecorator({
      name: 'field',
      target: target.constructor,
      propertyName: name,
      // class-validator drops the context of a constraint whose message is empty.
      options: { context: message, message: message.en },
      validator: { validate: (value: unknown) => (value === undefined ? optional : accepts(value)) },
    });
    if (read) Transform(({ value }) => read(value))(target, property);
    if (nested) {
      Type(nested)(target, property);
      ValidateNested()(target, property);
    }
    ApiProperty({
      description: options.description ?? `${options.label.zh} / ${options.label.en}`,
      ...(options.example !== undefined && { example: options.example }),
      ...rule.schema,
      required: !optional,
    } as ApiPropertyOptions)(target, property);
  };
}
