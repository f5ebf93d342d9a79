import type { Container, PodTemplate, SecurityContext } from './manifests';
import { when } from './when';

/**
 * What may stand in a security context, of a pod or of a container: whatever else loosens it, also in what Kubernetes will know later. It is
 * the Pod Security Standard `restricted` (kubernetes.io) less what that lets through and nothing here needs: NET_BIND_SERVICE, profiles of the
 * node, SELinux types, sysctls.
 */
const mayBe: Readonly<Record<keyof SecurityContext, { fits: (value: unknown) => boolean; fault: string }>> = {
  runAsNonRoot: { fits: (value) => value === true, fault: 'may run as root' },
  runAsUser: { fits: (value) => value !== 0, fault: 'may run as root' },
  runAsGroup: { fits: (value) => value !== 0, fault: 'has the group of root' },
  fsGroup: { fits: (value) => value !== 0, fault: 'has the group of root' },
  fsGroupChangePolicy: { fits: () => true, fault: '' },
  seccompProfile: { fits: (value) => (value as { type?: string }).type === 'RuntimeDefault', fault: 'has no seccomp profile' },
  privileged: { fits: (value) => value === false, fault: 'is privileged' },
  allowPrivilegeEscalation: { fits: (value) => value === false, fault: 'may gain privileges' },
  readOnlyRootFilesystem: { fits: (value) => value === true, fault: 'may write its own files' },
  capabilities: { fits: (value) => ((value as { add?: string[] }).add ?? []).length === 0, fault: 'adds capabilities' },
};

/** Volumes that are no way to the host or to another machine. */
const volumeKinds: readonly string[] = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];

export const containersOf = ({ containers, initContainers = [], ephemeralContainers = [] }: PodTemplate['spec']): Container[] => [...containers, ...initContainers, ...ephemeralContainers];

/** What a pod may do to itself, its node and other pods there: of the pod, and of each container what it says over the pod. */
export function restrictedFaults({ metadata, spec }: PodTemplate): string[] {
  const { securityContext: shared = {}, volumes = [] } = spec;
  const containers = containersOf(spec);
  const all: SecurityContext[] = containers.map(({ securityContext = {} }) => ({ ...shared, ...securityContext }));
  const foreign = volumes.flatMap(({ name, ...source }) => Object.keys(source).filter((kind) => kind !== 'hostPath' && !volumeKinds.includes(kind)).map((kind) => `mounts ${name}, a volume by ${kind}`));
  const faults = [
    ...contextFaults(shared),
    ...when(all.some(({ runAsNonRoot }) => runAsNonRoot !== true), 'may run as root'),
    ...when(all.some(({ seccompProfile }) => seccompProfile === undefined), 'has no seccomp profile'),
    ...containers.flatMap(lockFaults),
    ...when(Boolean(spec.hostNetwork ?? false) || Boolean(spec.hostPID ?? false) || Boolean(spec.hostIPC ?? false) || volumes.some(({ hostPath }) => hostPath) || containers.some(asksHost), 'reaches into its host'),
    ...foreign,
    // How profiles of AppArmor were named before there was a field.
    ...Object.keys(metadata?.annotations ?? {}).filter((key) => key.startsWith('container.apparmor.security.beta.kubernetes.io/')).map((key) => `sets ${key}`),
  ];
  return [...new Set(faults)];
}

/** What a container says of its own, and must. */
function lockFaults({ securityContext: own = {} }: Container): string[] {
  return [
    ...contextFaults(own),
    ...when(own.allowPrivilegeEscalation === undefined, 'may gain privileges'),
    ...when(own.readOnlyRootFilesystem === undefined, 'may write its own files'),
    ...when(!own.capabilities?.drop?.includes('ALL'), 'keeps capabilities'),
  ];
}

function contextFaults(context: SecurityContext): string[] {
  return Object.entries(context).flatMap(([key, value]) => {
    const rule = mayBe[key as keyof SecurityContext] as (typeof mayBe)[keyof SecurityContext] | undefined;
    return rule ? when(!rule.fits(value), rule.fault) : [`sets ${key}`];
  });
}

/** A port of the node, or a question put to another address in the name of the node: by a probe, or before it stops. */
function asksHost({ ports = [], startupProbe, readinessProbe, livenessProbe, lifecycle }: Container): boolean {
  const asked = [startupProbe, readinessProbe, livenessProbe, lifecycle?.preStop, lifecycle?.postStart];
  return ports.some(({ hostPort }) => hostPort) || asked.some((each) => each?.httpGet?.host ?? each?.tcpSocket?.host);
}
