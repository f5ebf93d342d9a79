export function reasonToInstall(folder?: string): string | undefined;
