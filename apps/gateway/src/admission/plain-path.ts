import { requestErrors } from '@property-office/service-kit';

/**
 * A parameter of a path is one segment. Decoded dots and slashes would make it several for whoever builds a URL of it
 * again, and the operation another than the one that was allowed.
 * @throws notFound (404): such a thing is never there
 */
export function assertPlainPath(params: unknown): void {
  for (const value of Object.values((params ?? {}) as Record<string, unknown>)) {
    if (typeof value === 'string' && (value === '.' || value === '..' || /[/\\]/.test(value)))
      throw requestErrors.notFound();
  }
}
