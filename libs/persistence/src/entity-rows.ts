import { getMetadataArgsStorage, type ColumnOptions } from 'typeorm';
import { rowsStatement, type RowsStatement } from './statement';

type Row = Record<string, unknown>;
interface SavedAs {
  rows: RowsStatement<Row>;
  columns: ReadonlyArray<{ name: string; property: string }>;
}

const known = new Map<unknown, SavedAs>();

/**
 * An entity as a row of the one statement that writes its kind, new or known, with every column as it stands. Its columns
 * are those of its `@Column` decorators, and of what it extends; the entity manager does the same in one round trip and much more work for each.
 * @throws for what is no instance of an entity
 */
export function entityRow(entity: object): { rows: RowsStatement<Row>; row: Row } {
  const { rows, columns } = savedAs(entity.constructor);
  const values = entity as Row;
  return { rows, row: Object.fromEntries(columns.map(({ name, property }) => [name, values[property]])) };
}

function savedAs(kind: unknown): SavedAs {
  let found = known.get(kind);
  if (!found) known.set(kind, (found = savingOf(kind as new () => object)));
  return found;
}

function savingOf(kind: new () => object): SavedAs {
  const storage = getMetadataArgsStorage();
  const table = storage.tables.find(({ target }) => target === kind)?.name;
  if (!table) throw new Error(`${kind.name} is no entity with a table`);
  const columns = storage.filterColumns(lineOf(kind)).map(({ propertyName, options }) => ({
    property: propertyName,
    name: options.name ?? propertyName,
    type: typeOf(propertyName, options),
    primary: options.primary === true,
  }));
  const all = columns.map(({ name }) => quoted(name)).join(', ');
  const keys = columns.filter(({ primary }) => primary).map(({ name }) => name);
  const typed = columns.map(({ name, type }) => `${quoted(name)} ${type}`).join(', ');
  const set = columns.filter(({ primary }) => !primary).map(({ name }) => `${quoted(name)} = excluded.${quoted(name)}`);
  const text = `INSERT INTO ${quoted(table)} (${all}) SELECT ${all} FROM json_to_recordset($1) AS saved (${typed})
    ON CONFLICT (${keys.map(quoted).join(', ')}) DO UPDATE SET ${set.join(', ')}`;
  return { columns, rows: rowsStatement(`save_${table}`, text, { key: (row) => keys.map((key) => String(row[key])).join(' ') }) };
}

/** A kind and, one after the other, what it extends. */
function lineOf(kind: object): Array<new () => object> {
  const line: Array<new () => object> = [];
  for (let each = kind; each !== Function.prototype; each = Object.getPrototypeOf(each) as object) line.push(each as new () => object);
  return line;
}

function typeOf(property: string, { type, array }: ColumnOptions): string {
  if (typeof type !== 'string') throw new Error(`the column of ${property} names no type of PostgreSQL`);
  return array ? `${type}[]` : type;
}

function quoted(name: string): string {
  return `"${name}"`;
}
