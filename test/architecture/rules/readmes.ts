import type { SourceFile } from '../source-file';
import type { Violation } from '../violation';

/** In lines: a library's is read in passing, a service's is one page. */
const longest = { libs: 20, apps: 45 };

/**
 * Each library says in a few lines what it is for, what it offers, and what it must not contain; each app what it holds,
 * what it reacts to, what it promises and which locks it takes in which order, as far as it has any.
 */
export function readmeViolations(files: readonly SourceFile[]): Violation[] {
  const folders = [...new Set(files.flatMap(({ path }) => /^(?:libs|apps)\/[^/]+(?=\/src\/)/.exec(path) ?? []))];
  return folders.flatMap((folder) => {
    const path = `${folder}/README.md`;
    const text = files.find((file) => file.path === path)?.text;
    return text === undefined
      ? [{ path, message: 'is missing' }]
      : faults(text, folder).map((message) => ({ path, message }));
  });
}

function faults(text: string, folder: string): string[] {
  const [kind, name] = folder.split('/') as [keyof typeof longest, string];
  const lines = text.trim().split('\n');
  return [
    ...(lines[0] === `# ${name}` || lines[0]!.startsWith(`# ${name}: `)
      ? []
      : [`does not begin with the name of the ${kind === 'libs' ? 'library' : 'app'}`]),
    ...(lines.length > longest[kind] ? [`has ${lines.length} lines`] : []),
    ...(/\b(?:not|nor|never|nothing)\b/i.test(text) ? [] : ['does not say what must not be in it']),
  ];
}
