import {
  newKeyFile,
  principalHeader,
  PrincipalGuard,
  PrincipalTokenSigner,
  PrincipalTokenVerifier,
  ServiceTokenSigner,
  serviceTokenHeader,
  ServiceTokenVerifier,
  signingKeyOf,
  verifyingKeysOf,
} from '@property-office/access';
import { serviceNames, type Principal, type ServiceName } from '@property-office/contracts';

/** Who asks internal routes. */
export type Caller = 'gateway' | ServiceName;

const doorKeys = newKeyFile('door');
const door = new PrincipalTokenSigner(signingKeyOf(doorKeys));
const callerKeys = new Map((['gateway', ...serviceNames] as const).map((caller) => [caller, newKeyFile(caller)]));

/** Believes the door of the specs, and every service of theirs. */
export function believing(): PrincipalGuard {
  return new PrincipalGuard(
    new PrincipalTokenVerifier(verifyingKeysOf(doorKeys)),
    new ServiceTokenVerifier(verifyingKeysOf(...callerKeys.values())),
  );
}

/** As the door hands on a request of somebody who is signed in. */
export async function principalHeaders(principal: Principal): Promise<Record<string, string>> {
  return { [principalHeader]: await door.tokenFor(principal) };
}

/** How a service proves which it is. */
export function tokensOf(caller: Caller): ServiceTokenSigner {
  return new ServiceTokenSigner(caller, signingKeyOf(callerKeys.get(caller)!));
}

export async function callerHeaders(caller: Caller): Promise<Record<string, string>> {
  return { [serviceTokenHeader]: await tokensOf(caller).token() };
}
