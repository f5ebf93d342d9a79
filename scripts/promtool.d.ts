export function promtoolPath(folder?: string, env?: NodeJS.ProcessEnv): string | undefined;
export function fetchPromtool(folder?: string, env?: NodeJS.ProcessEnv): string | undefined;
