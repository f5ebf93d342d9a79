/** A file as the rules see it; the path is from the root of the repository, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Files made up for a test of a rule. */
export function filesOf(texts: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

/** `apps/tickets` or `libs/kernel`; undefined outside of both. */
export function projectFolderOf(path: string): string | undefined {
  return /^(?:apps|libs)\/[^/]+/.exec(path)?.[0];
}

/** `tickets`: the part of the package's name that is ours. */
export function projectOf(path: string): string | undefined {
  return projectFolderOf(path)?.split('/')[1];
}

export const isTypeScript = ({ path }: SourceFile): boolean => /\.tsx?$/.test(path);

/** Runs in no product: specs, what they share, and the libraries made for them. */
export function isTestCode(path: string): boolean {
  return /\.spec\.tsx?$|\.fixture\.tsx?$|\/fixtures\/|^test\/|^libs\/(?:service-)?testing\//.test(path);
}

/** TypeScript of the product. */
export function productSources(files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => isTypeScript(file) && projectFolderOf(file.path) && !isTestCode(file.path));
}
