import type { SourceFile } from '../source-file';
import type { Violation } from '../violation';

const longest = 20;

/** Each library says in a few lines what it is for, what it offers, and what it must not contain. */
export function readmeViolations(files: readonly SourceFile[]): Violation[] {
  const libraries = [...new Set(files.flatMap(({ path }) => /^libs\/[^/]+(?=\/src\/)/.exec(path) ?? []))];
  return libraries.flatMap((folder) => {
    const path = `${folder}/README.md`;
    const text = files.find((file) => file.path === path)?.text;
    return text === undefined
      ? [{ path, message: 'is missing' }]
      : faults(text, folder).map((message) => ({ path, message }));
  });
}

function faults(text: string, folder: string): string[] {
  const lines = text.trim().split('\n');
  return [
    ...(lines[0] === `# ${folder.slice('libs/'.length)}`
      ? []
      : ['does not begin with the name of the library']),
    ...(lines.length > longest ? [`has ${lines.length} lines`] : []),
    ...(/\b(?:not|nor|never|nothing)\b/i.test(text) ? [] : ['does not say what must not be in it']),
  ];
}
