import * as ts from 'typescript';
import { productSources, projectOf, type SourceFile } from '../source-file';
import { classesOf, nodesOf, treeOf } from '../syntax';
import type { Violation } from '../violation';

/** What the migrations of one project that the kept release does not have make of the tables it has. */
interface Project {
  name: string;
  /** Tables, indexes, triggers, functions and constraints made since: what the release does not have binds none of its rows once it is gone. */
  made: Set<string>;
  /** Columns added since, as `<table>.<column>`: the release writes none of them. */
  columns: Map<string, { filled: boolean; wanted?: Place }>;
  told: Told[];
}

interface Place {
  path: string;
  line: number;
}

interface Told extends Place {
  thing: string;
  message: string;
}

/**
 * Expand first, contract a release later: processes of the kept release go on writing and reading its tables after the migrations of
 * today. What they might not bear is told by its place, `<project>.<table>.<column>` or `<project>.<constraint>`: of a table of the release a
 * constraint, unique index, trigger or wanted column it does not know, and what it knows gone, renamed, of another type, null or
 * without a right. NOT VALID is no excuse: it spares the rows that are there, not those the release writes. What a later migration
 * takes back is not told. Which rows a migration writes, and what of the release a table of today refers to, nobody reads here.
 */
export function narrowings(files: readonly SourceFile[]): Violation[] {
  const projects = new Map<string, Project>();
  for (const { project, at, statements } of migrationsSince(files)) {
    const its = projects.get(project) ?? { name: project, made: new Set(), columns: new Map(), told: [] };
    projects.set(project, its);
    for (const statement of statements) apply(its, statement, at);
  }
  return [...projects.values()].flatMap(({ name, columns, told }) =>
    [
      ...told,
      ...[...columns].flatMap(([thing, { filled, wanted }]) =>
        wanted && !filled ? [{ ...wanted, thing, message: 'is wanted, and has no default' }] : [],
      ),
    ].map(({ thing, message, path, line }) => ({
      path: `${name}.${thing}`,
      message: `${message} (${path}:${line})`,
    })),
  );
}

/** By their time, as they are applied. */
function migrationsSince(files: readonly SourceFile[]) {
  const release = new Set(
    files.filter(({ path }) => /^test\/upgrade\/releases\/[^/]+\/release\.json$/.test(path)).flatMap(namesIn),
  );
  return productSources(files)
    .flatMap((file) =>
      classesOf(file)
        .filter(({ name, implemented }) => implemented.includes('MigrationInterface') && !release.has(name))
        .map(({ name, line }) => ({
          time: Number(name.slice(-13)),
          project: projectOf(file.path)!,
          at: { path: file.path, line },
          statements: statementsOf(file),
        })),
    )
    .sort((one, other) => one.time - other.time);
}

const namesIn = ({ text }: SourceFile): string[] => (JSON.parse(text) as { migrations: string[] }).migrations;

/** All that is written in SQL but for the way back. What an expression puts in stands as `?`. */
function statementsOf(file: SourceFile): string[] {
  return nodesOf(treeOf(file), isText)
    .filter((node) => !isWithinDown(node))
    .map((node) =>
      ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('?')
        : node.text,
    )
    .flatMap((sql) => sql.replace(/--[^\n]*/g, '').split(';'))
    .map((statement) => statement.replace(/\s+/g, ' ').trim());
}

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
const isWithinDown = (node: ts.Node): boolean =>
  ts.findAncestor(node, (each) => ts.isMethodDeclaration(each) && each.name.getText() === 'down') !==
  undefined;

function apply(project: Project, statement: string, at: Place): void {
  const { made } = project;
  const tell = (thing: string, message: string) => project.told.push({ ...at, thing, message });
  const onRelease = (table: string): boolean => !made.has(table);

  const [, table, actions] = /^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(\S+) (.+)$/.exec(statement) ?? [];
  if (table && actions && onRelease(table))
    for (const action of listed(actions)) alter(project, table, action, at);

  const [, unique, created] =
    /^CREATE (?:UNLOGGED )?(?:OR REPLACE )?(UNIQUE )?(?:TABLE|INDEX|FUNCTION|SEQUENCE) (?:CONCURRENTLY )?(?:IF NOT EXISTS )?(\w+)/.exec(
      statement,
    ) ?? [];
  if (created) made.add(created);
  const [, indexed] = / ON (?:ONLY )?(\w+)/.exec(statement) ?? [];
  if (unique && onRelease(indexed!)) tell(created!, `allows no second one in ${indexed}`);

  const [, trigger, watched] =
    /^CREATE (?:OR REPLACE )?(?:CONSTRAINT )?TRIGGER (\w+) .*? ON (\w+) /.exec(statement) ?? [];
  if (trigger) made.add(trigger);
  if (watched && onRelease(watched)) tell(trigger!, `is done to what is written into ${watched}`);

  const [, dropped] =
    /^DROP (?:TABLE|INDEX|TRIGGER|FUNCTION|SEQUENCE|VIEW) (?:CONCURRENTLY )?(?:IF EXISTS )?(\w+(?:, \w+)*)/.exec(
      statement,
    ) ?? [];
  for (const thing of dropped?.split(', ') ?? []) if (!forgets(project, thing)) tell(thing, 'is gone');

  const [, refused] =
    /\bREVOKE [^;]*? ON (?!FUNCTION |SCHEMA |SEQUENCE )(?:TABLE )?(\w+(?:, \w+)*) FROM /.exec(statement) ??
    [];
  for (const each of refused?.split(', ') ?? []) if (onRelease(each)) tell(each, 'is without a right');
}

/** One action of `ALTER TABLE` on a table of the release. */
function alter(project: Project, table: string, action: string, at: Place): void {
  const { made, columns } = project;
  const tell = (thing: string, message: string) => project.told.push({ ...at, thing, message });

  const [, added, kind] =
    /^ADD CONSTRAINT (\w+) (CHECK|UNIQUE|FOREIGN KEY|EXCLUDE|PRIMARY KEY)/.exec(action) ?? [];
  if (added) {
    made.add(added);
    return void tell(added, `binds what is written into ${table} (${kind})`);
  }
  const [, column, definition] =
    /^ADD (?:COLUMN )?(?:IF NOT EXISTS )?(?!CONSTRAINT |CHECK|UNIQUE|FOREIGN |EXCLUDE|PRIMARY )(\w+) (.+)$/.exec(
      action,
    ) ?? [];
  if (column && definition) {
    const plain = withoutBrackets(definition);
    columns.set(`${table}.${column}`, {
      filled: /\b(DEFAULT|GENERATED)\b/.test(plain),
      ...(/\bNOT NULL\b/.test(plain) && { wanted: at }),
    });
    const [, named, bound] = /(?:CONSTRAINT (\w+) )?\b(CHECK|UNIQUE|PRIMARY KEY)\b/.exec(plain) ?? [];
    const constraint = named ?? `${table}_${column}_${bound === 'CHECK' ? 'check' : 'key'}`;
    if (bound) made.add(constraint);
    return void (bound && tell(constraint, `binds what is written into ${table} (${bound})`));
  }
  const [, gone] = /^DROP CONSTRAINT (?:IF EXISTS )?(\w+)/.exec(action) ?? [];
  if (gone)
    return void (forgets(project, gone) || tell(gone, `is gone from ${table}: ON CONFLICT may stand on it`));
  const [, verb, of, what] =
    /^(ALTER|DROP|RENAME) (?:COLUMN )?(?:IF EXISTS )?(\w+) ?(.*)$/.exec(action) ?? [];
  const thing = `${table}.${of}`;
  const since = columns.get(thing);
  if (verb === 'ALTER' && what!.startsWith('SET DEFAULT')) return void (since && (since.filled = true));
  if (!since)
    return void tell(verb && of !== 'TO' && of !== 'CONSTRAINT' ? thing : table, `is another one: ${action}`);
  if (verb === 'DROP') columns.delete(thing);
  else if (verb === 'RENAME') columns.set(`${table}.${what!.replace('TO ', '')}`, since).delete(thing);
  else if (what === 'SET NOT NULL') since.wanted = at;
  else if (what === 'DROP NOT NULL') delete since.wanted;
  else if (what === 'DROP DEFAULT') since.filled = false;
}

/** @returns whether it was made since, so that nothing of the release is gone with it */
function forgets(project: Project, thing: string): boolean {
  project.told = project.told.filter((each) => each.thing !== thing);
  return project.made.delete(thing);
}

/** What stands between commas, but for those within brackets. */
function listed(actions: string): string[] {
  let depth = 0;
  const marked = [...actions].map((sign) => {
    if ('(['.includes(sign)) depth += 1;
    if (')]'.includes(sign)) depth -= 1;
    return sign === ',' && depth === 0 ? '\n' : sign;
  });
  return marked
    .join('')
    .split('\n')
    .map((action) => action.trim());
}

function withoutBrackets(text: string): string {
  const shorter = text.replace(/\([^()]*\)/g, '');
  return shorter === text ? text : withoutBrackets(shorter);
}
