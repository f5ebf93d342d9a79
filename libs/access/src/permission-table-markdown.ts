import { roles } from '@property-office/contracts';
import { permissionOf, permissions, type OperationKey } from './permissions';

/**
 * The permission table as a Markdown document: one table per service, operations as rows, roles as columns.
 * `●` every object of the site, `○` only what is the person's, the crew's or the home's own.
 */
export function permissionTableMarkdown(): string {
  const keys = Object.keys(permissions) as OperationKey[];
  const services = [...new Set(keys.map(serviceOf))];
  const sections = services.map((service) =>
    section(
      service,
      keys.filter((key) => serviceOf(key) === service),
    ),
  );
  return [
    '# Permissions',
    '',
    'Generated from the permission table of `libs/access`; do not edit.',
    '● every object of a site where the role is held · ○ only own objects · *public* without a session · *signed in* any session, own things only ·',
    '† own things also without any role today: who moved out, or has not been confirmed yet.',
    '',
    ...sections,
  ].join('\n');
}

const nameOf = (key: string): string => key.slice(key.indexOf('.') + 1);
const serviceOf = (key: string): string => key.slice(0, key.indexOf('.'));

function section(service: string, keys: OperationKey[]): string {
  const header = `| operation | ${roles.join(' | ')} |`;
  const rule = `|---|${roles.map(() => ':-:').join('|')}|`;
  const inPerson = keys.filter((key) => permissionOf(key).inPerson).map(nameOf);
  const note = inPerson.length > 0 ? ['', `In person, never as somebody’s deputy: ${inPerson.join(', ')}.`] : [];
  return [`## ${service}`, '', header, rule, ...keys.map(row), ...note, ''].join('\n');
}

function row(key: OperationKey): string {
  const permission = permissionOf(key);
  const { who, withoutRole } = permission;
  const name = nameOf(key) + (withoutRole && who !== 'public' ? ' †' : '');
  if (permission.who !== 'roles') {
    const label = permission.who === 'public' ? '*public*' : '*signed in*';
    return `| ${name} | ${roles.map(() => label).join(' | ')} |`;
  }
  const marks = roles.map((role) =>
    permission.site.includes(role) ? '●' : permission.own.includes(role) ? '○' : '',
  );
  return `| ${name} | ${marks.join(' | ')} |`;
}
