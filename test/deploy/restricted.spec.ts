import { podOf, rendered, type PodTemplate } from './manifests';
import { restrictedFaults } from './restricted';

const tickets = podOf(rendered().get('production')!.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'tickets')!)!;
const broken = (change: (pod: PodTemplate) => unknown): string[] => {
  const copy = structuredClone(tickets);
  change(copy);
  return restrictedFaults(copy);
};
const first = ({ spec }: PodTemplate) => spec.containers[0]!;
const own = (said: object) => (pod: PodTemplate) => Object.assign(first(pod).securityContext!, said);
const shared = (said: object) => ({ spec }: PodTemplate) => Object.assign(spec.securityContext!, said);
/** A second container, of the same image and with these locks. */
const beside = (where: 'containers' | 'initContainers' | 'ephemeralContainers', said: object) => (pod: PodTemplate) =>
  ((pod.spec[where] ??= []).push({ ...structuredClone(first(pod)), securityContext: { ...first(pod).securityContext, ...said } }));

it('a pod that says what it must is let through', () => {
  expect(restrictedFaults(tickets)).toEqual([]);
});

it('a pod says it for all of its containers, or each of them says it', () => {
  const said = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
  expect(broken((pod) => [delete pod.spec.securityContext, own(said)(pod)])).toEqual([]);
  expect(broken((pod) => [delete pod.spec.securityContext, beside('initContainers', {})(pod), own(said)(pod)])).toEqual(['may run as root', 'has no seccomp profile']);
});

it.each<[string, (pod: PodTemplate) => unknown, string]>([
  ['root by a container over its pod', own({ runAsNonRoot: false }), 'may run as root'],
  ['the user 0 of a container', own({ runAsUser: 0 }), 'may run as root'],
  ['the user 0 of a pod', shared({ runAsUser: 0 }), 'may run as root'],
  ['root by a pod over which its containers say otherwise', (pod) => [shared({ runAsNonRoot: false })(pod), own({ runAsNonRoot: true })(pod)], 'may run as root'],
  ['the group of root', shared({ runAsGroup: 0 }), 'has the group of root'],
  ['the group of root for its volumes', shared({ fsGroup: 0 }), 'has the group of root'],
  ['a privileged container', own({ privileged: true }), 'is privileged'],
  ['privileges to be gained', own({ allowPrivilegeEscalation: true }), 'may gain privileges'],
  ['files of its own to be written', own({ readOnlyRootFilesystem: false }), 'may write its own files'],
  ['a container without a seccomp profile', own({ seccompProfile: { type: 'Unconfined' } }), 'has no seccomp profile'],
  ['a pod without a seccomp profile', shared({ seccompProfile: { type: 'Unconfined' } }), 'has no seccomp profile'],
  ['capabilities that are added', own({ capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } }), 'adds capabilities'],
  ['capabilities of which some are kept', own({ capabilities: { drop: ['NET_RAW'] } }), 'keeps capabilities'],
  ['all of /proc', own({ procMount: 'Unmasked' }), 'sets procMount'],
  ['no AppArmor profile', own({ appArmorProfile: { type: 'Unconfined' } }), 'sets appArmorProfile'],
  ['no AppArmor profile, as it was said before', (pod) => (pod.metadata!.annotations = { 'container.apparmor.security.beta.kubernetes.io/process': 'unconfined' }), 'sets container.apparmor.security.beta.kubernetes.io/process'],
  ['a type of SELinux', shared({ seLinuxOptions: { type: 'spc_t' } }), 'sets seLinuxOptions'],
  ['a process of a Windows host', shared({ windowsOptions: { hostProcess: true } }), 'sets windowsOptions'],
  ['a setting of the kernel', shared({ sysctls: [{ name: 'kernel.msgmax', value: '1' }] }), 'sets sysctls'],
  ['the network of its host', ({ spec }) => (spec.hostNetwork = true), 'reaches into its host'],
  ['the processes of its host', ({ spec }) => (spec.hostPID = true), 'reaches into its host'],
  ['the memory of its host', ({ spec }) => (spec.hostIPC = true), 'reaches into its host'],
  ['a folder of its host', ({ spec }) => spec.volumes!.push({ name: 'host', hostPath: { path: '/' } }), 'reaches into its host'],
  ['a port of its host', (pod) => (first(pod).ports![0]!.hostPort = 3000), 'reaches into its host'],
  ['a probe of another address', (pod) => (first(pod).livenessProbe!.httpGet!.host = '169.254.169.254'), 'reaches into its host'],
  ['a question to another address at its stop', (pod) => (first(pod).lifecycle!.preStop = { tcpSocket: { host: '10.0.0.1' } }), 'reaches into its host'],
  ['a volume of another machine', ({ spec }) => (spec.volumes as object[]).push({ name: 'other', nfs: { server: 'a', path: '/' } }), 'mounts other, a volume by nfs'],
  ['a second container as root', beside('containers', { runAsUser: 0 }), 'may run as root'],
  ['a container before it as root', beside('initContainers', { runAsUser: 0 }), 'may run as root'],
  ['a container to look around with as root', beside('ephemeralContainers', { runAsUser: 0 }), 'may run as root'],
])('%s is refused', (_, change, fault) => {
  expect(broken(change)).toEqual([fault]);
});
