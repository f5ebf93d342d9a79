import { field, type FieldOptions } from './field';
import { inASentence } from './in-a-sentence';

const longest = 40;
const pattern = `^[a-z0-9-]{1,${longest}}$`;
const code = new RegExp(pattern);

export interface CodeOptions extends FieldOptions {
  example: string;
}

/** A name that a list gives, such as that of a category: no words of a person fit into it. */
export function Code(options: CodeOptions): PropertyDecorator {
  const { label } = options;
  return field(options, {
    structure: 'scalar',
    message: {
      zh: `请填写${label.zh}的代码（小写字母、数字和连字符，最多 ${longest} 位）`,
      en: `Please give the code of ${inASentence(label)} (lower-case letters, digits and hyphens, at most ${longest})`,
    },
    schema: { type: String, pattern, minLength: 1, maxLength: longest },
    accepts: (value) => typeof value === 'string' && code.test(value),
  });
}
