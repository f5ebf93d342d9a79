import { variablesOf, type ConfigurationSchema } from './read-configuration';

/** The variables as a Markdown table, for the README: name, default, meaning. */
export function variableTable(schema: ConfigurationSchema): string {
  const rows = variablesOf(schema).map(({ name, defaultText, meaning, secret }) => {
    const names = secret ? `\`${name}\`, \`${name}_FILE\`` : `\`${name}\``;
    return `| ${names} | ${defaultText === '' ? '' : `\`${defaultText}\``} | ${meaning} |`;
  });
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n');
}
