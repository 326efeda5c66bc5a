/** What a page or a command can be about: Kubernetes kinds, and four subjects that are not kinds. */
interface Kind {
  /** How Kubernetes (or French) spells it: `Pod`. */
  readonly name: string;
  /** The page that explains it, when there is one: `/objets/pod/`. */
  readonly page?: string;
}

/** Every kind that `object` and `objects` may name, by the word authors write: `pod`. */
export const KINDS = {
  pod: { name: 'Pod', page: '/objets/pod/' },
  service: { name: 'Service', page: '/objets/service/' },
  deployment: { name: 'Deployment', page: '/controleurs/deployment/' },
  replicaset: { name: 'ReplicaSet', page: '/controleurs/replicaset/' },
  statefulset: { name: 'StatefulSet', page: '/controleurs/statefulset/' },
  daemonset: { name: 'DaemonSet', page: '/controleurs/daemonset/' },
  job: { name: 'Job', page: '/controleurs/job/' },
  cronjob: { name: 'CronJob', page: '/controleurs/job/' },
  node: { name: 'Nœud', page: '/architecture/noeud/' },
  namespace: { name: 'Namespace', page: '/objets/namespace/' },
  volume: { name: 'Volume', page: '/objets/volume/' },
  persistentvolume: { name: 'PersistentVolume', page: '/objets/volume/' },
  persistentvolumeclaim: { name: 'PersistentVolumeClaim', page: '/objets/volume/' },
  storageclass: { name: 'StorageClass', page: '/objets/volume/' },
  configmap: { name: 'ConfigMap', page: '/objets/configmap/' },
  secret: { name: 'Secret', page: '/objets/secret/' },
  event: { name: 'Événement' },
  ingress: { name: 'Ingress' },
  networkpolicy: { name: 'NetworkPolicy' },
  serviceaccount: { name: 'ServiceAccount' },
  role: { name: 'Role' },
  clusterrole: { name: 'ClusterRole' },
  rolebinding: { name: 'RoleBinding' },
  clusterrolebinding: { name: 'ClusterRoleBinding' },
  horizontalpodautoscaler: { name: 'HorizontalPodAutoscaler' },
  poddisruptionbudget: { name: 'PodDisruptionBudget' },
  priorityclass: { name: 'PriorityClass' },
  resourcequota: { name: 'ResourceQuota' },
  certificatesigningrequest: { name: 'CertificateSigningRequest' },
  label: { name: 'Étiquette', page: '/objets/labels/' },
  context: { name: 'Contexte' },
  cluster: { name: 'Cluster', page: '/architecture/' },
  tout: { name: 'Tout objet' },
} as const satisfies Record<string, Kind>;

/** A word of {@link KINDS}: `'pod'`. */
export type KindId = keyof typeof KINDS;

/** The kinds in the order of {@link KINDS}: `['pod', 'service', …]`. */
export const KIND_IDS = Object.keys(KINDS) as [KindId, ...KindId[]];

/** The name and the page of a kind: `kindOf('pod')` → `{ name: 'Pod', page: '/objets/pod/' }`. */
export function kindOf(id: KindId): Kind {
  return KINDS[id];
}
