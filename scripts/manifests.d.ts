/** Names of the rendered files, each with the folder it is rendered from. */
export function overlays(): Array<[name: string, source: string]>;
/** SHA-256 over everything that the rendered files are made of. */
export function inputsHash(): string;
/** Which rendered files are not what they are made of, and how that was found out. */
export function stale(): { how: string; names: string[] };
