import { Agent } from 'node:http';
import { permissionOf, rolesOf, type OperationKey } from '@property-office/access';
import { operationsOf, type ApiDocument, type Operation } from '../api-document';
import type { Answer, Problem } from '../http';
import type { Office } from '../office';
import { accepted } from '../repairs';
import type { Language, Session } from '../session';
import { patiently } from './patiently';
import { flaw, type Expected } from './refusal';
import { Values, type Known } from './values';

export const nobodys = '01900000-0000-7000-8000-00000000dead';
export const languages: Language[] = ['zh', 'en'];
/** Between them they may do everything that anybody may. */
export const logins = ['operator', 'desk', 'lead', 'technician', 'clerk', 'director', 'company', 'resident'];

/** What goes on for ever, and what ends the session that asks. */
const endless = ['GET /api/stream', 'DELETE /api/sessions/current'];

export interface Sent {
  /** Text and bytes as they are, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

export const named = ({ method, path }: Operation): string => `${method} ${path}`;
/** Whether somebody holds a role that may do this at all. */
export function mayAtAll({ who }: Session, { operationId }: Operation): boolean {
  const permission = permissionOf(operationId as OperationKey);
  if (permission.who !== 'roles') return true;
  return who.roles.some(({ role }) => rolesOf(permission).some((each) => each === role));
}

export const withId = (path: string, id: string): string => path.replaceAll(/\{\w+\}/g, id);

/** An office and its API document, as a sweep goes over every operation of it. */
export class Swept {
  readonly values: Values;
  readonly operations: Operation[];
  private readonly told = new Map<string, Known>();
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    readonly office: Office,
    document: ApiDocument,
    now: Date,
  ) {
    this.values = new Values(document, now);
    this.operations = operationsOf(document).filter((operation) => !endless.includes(named(operation)));
  }

  static async of(office: Office): Promise<Swept> {
    const document = accepted(await office.nobody().get<ApiDocument>('/api/openapi.json'), 200);
    return new Swept(office, document, await office.clock.now());
  }

  async send({ method }: Operation, path: string, person: Session, { body, headers = {} }: Sent = {}): Promise<Answer<Problem>> {
    const content = body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    const type: Record<string, string> = content === undefined ? {} : { 'content-type': 'application/json' };
    return patiently(() => person.send<Problem>(method, path, content, { headers: { ...type, ...headers }, agent: this.agent }));
  }

  /** Sends in both languages. @returns what is wrong with how it is refused */
  async refused(what: string, operation: Operation, path: string, person: Session, sent: Sent, expected: Expected): Promise<string[]> {
    const flaws: Array<string | undefined> = [];
    if (!Object.hasOwn(operation.responses, String(expected.status))) flaws.push(`the document has no ${expected.status}`);
    for (const language of languages) flaws.push(flaw(await this.send(operation, path, person.in(language), sent), language, expected));
    return flaws.filter((each) => each !== undefined).map((each) => `${named(operation)}, ${what}: ${each}`);
  }

  /** Somebody whose role the permission table names; nobody where nobody has to sign in. */
  async whoMay(operation: Operation): Promise<Session> {
    if (operation.security?.length === 0) return this.office.nobody();
    for (const login of logins) {
      const person = await this.office.as(login);
      if (mayAtAll(person, operation)) return person;
    }
    throw new Error(`nobody may ${named(operation)}`);
  }

  /** A body that the schema allows, of what somebody has to do with, where the operation takes one. */
  bodyOf(operation: Operation, { who }: Session = this.office.nobody()): Pick<Sent, 'body'> {
    const siteId = who.sites[0]?.id;
    const homeId = who.homes[0]?.id;
    const known = { ...(siteId && { siteId }), ...(homeId && { homeId }), ...this.told.get(named(operation)) };
    return operation.body ? { body: this.values.minimal(operation.body, known) } : {};
  }

  /** What its schema cannot say of the body of an operation. */
  tell(operation: string, known: Known): void {
    if (!this.operations.some((each) => named(each) === operation)) throw new Error(`there is no ${operation} any more`);
    this.told.set(operation, known);
  }

  /** With what may not be left out of its query. */
  asked({ parameters = [] }: Operation, path: string): string {
    const needed = parameters.filter(({ in: place, required }) => place === 'query' && required);
    const query = needed.map(({ name, schema = {} }) => `${name}=${encodeURIComponent(String(this.values.minimal(schema, {}, name)))}`);
    return query.length > 0 ? `${path}?${query.join('&')}` : path;
  }

  stop(): void {
    this.agent.destroy();
  }
}
