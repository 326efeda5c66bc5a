/** One type of object that the stand-in serves. */
export interface Resource {
  /** `''` for the core group */
  readonly group: string;
  readonly version: string;
  /** `deployments` */
  readonly plural: string;
  /** `Deployment` */
  readonly kind: string;
  readonly isNamespaced: boolean;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly subresources: readonly string[];
}

// What an API server of 1.34 to 1.36 serves by default, with metrics-server:
// group/version | plural | Kind | n(amespaced) or c(luster) | short names | categories | subresources
const TABLE = `
v1 | pods | Pod | n | po | all | log,exec,attach,portforward,proxy,eviction,binding,status,ephemeralcontainers,resize
v1 | services | Service | n | svc | all | proxy,status
v1 | namespaces | Namespace | c | ns | | finalize,status
v1 | nodes | Node | c | no | | proxy,status
v1 | configmaps | ConfigMap | n | cm
v1 | secrets | Secret | n
v1 | serviceaccounts | ServiceAccount | n | sa | | token
v1 | events | Event | n | ev
v1 | endpoints | Endpoints | n | ep
v1 | persistentvolumes | PersistentVolume | c | pv | | status
v1 | persistentvolumeclaims | PersistentVolumeClaim | n | pvc | | status
v1 | replicationcontrollers | ReplicationController | n | rc | all | scale,status
v1 | resourcequotas | ResourceQuota | n | quota | | status
v1 | limitranges | LimitRange | n | limits
v1 | podtemplates | PodTemplate | n
v1 | componentstatuses | ComponentStatus | c | cs
apps/v1 | deployments | Deployment | n | deploy | all | scale,status
apps/v1 | replicasets | ReplicaSet | n | rs | all | scale,status
apps/v1 | statefulsets | StatefulSet | n | sts | all | scale,status
apps/v1 | daemonsets | DaemonSet | n | ds | all | status
apps/v1 | controllerrevisions | ControllerRevision | n
batch/v1 | jobs | Job | n | | all | status
batch/v1 | cronjobs | CronJob | n | cj | all | status
autoscaling/v2 | horizontalpodautoscalers | HorizontalPodAutoscaler | n | hpa | all | status
autoscaling/v1 | horizontalpodautoscalers | HorizontalPodAutoscaler | n | hpa | all | status
networking.k8s.io/v1 | ingresses | Ingress | n | ing | | status
networking.k8s.io/v1 | ingressclasses | IngressClass | c
networking.k8s.io/v1 | networkpolicies | NetworkPolicy | n | netpol
networking.k8s.io/v1 | ipaddresses | IPAddress | c | ip
networking.k8s.io/v1 | servicecidrs | ServiceCIDR | c | | | status
policy/v1 | poddisruptionbudgets | PodDisruptionBudget | n | pdb | | status
rbac.authorization.k8s.io/v1 | roles | Role | n
rbac.authorization.k8s.io/v1 | rolebindings | RoleBinding | n
rbac.authorization.k8s.io/v1 | clusterroles | ClusterRole | c
rbac.authorization.k8s.io/v1 | clusterrolebindings | ClusterRoleBinding | c
storage.k8s.io/v1 | storageclasses | StorageClass | c | sc
storage.k8s.io/v1 | volumeattachments | VolumeAttachment | c | | | status
storage.k8s.io/v1 | csidrivers | CSIDriver | c
storage.k8s.io/v1 | csinodes | CSINode | c
storage.k8s.io/v1 | csistoragecapacities | CSIStorageCapacity | n
storage.k8s.io/v1 | volumeattributesclasses | VolumeAttributesClass | c | vac
scheduling.k8s.io/v1 | priorityclasses | PriorityClass | c | pc
node.k8s.io/v1 | runtimeclasses | RuntimeClass | c
discovery.k8s.io/v1 | endpointslices | EndpointSlice | n
events.k8s.io/v1 | events | Event | n | ev
certificates.k8s.io/v1 | certificatesigningrequests | CertificateSigningRequest | c | csr | | approval,status
coordination.k8s.io/v1 | leases | Lease | n
resource.k8s.io/v1 | resourceclaims | ResourceClaim | n | | | status
resource.k8s.io/v1 | resourceclaimtemplates | ResourceClaimTemplate | n
resource.k8s.io/v1 | resourceslices | ResourceSlice | c
resource.k8s.io/v1 | deviceclasses | DeviceClass | c
admissionregistration.k8s.io/v1 | mutatingwebhookconfigurations | MutatingWebhookConfiguration | c | | api-extensions
admissionregistration.k8s.io/v1 | validatingwebhookconfigurations | ValidatingWebhookConfiguration | c | | api-extensions
admissionregistration.k8s.io/v1 | validatingadmissionpolicies | ValidatingAdmissionPolicy | c | | api-extensions | status
admissionregistration.k8s.io/v1 | validatingadmissionpolicybindings | ValidatingAdmissionPolicyBinding | c | | api-extensions
apiextensions.k8s.io/v1 | customresourcedefinitions | CustomResourceDefinition | c | crd,crds | api-extensions | status
apiregistration.k8s.io/v1 | apiservices | APIService | c | | api-extensions | status
flowcontrol.apiserver.k8s.io/v1 | flowschemas | FlowSchema | c | | | status
flowcontrol.apiserver.k8s.io/v1 | prioritylevelconfigurations | PriorityLevelConfiguration | c | | | status
metrics.k8s.io/v1beta1 | pods | PodMetrics | n
metrics.k8s.io/v1beta1 | nodes | NodeMetrics | c
authorization.k8s.io/v1 | selfsubjectaccessreviews | SelfSubjectAccessReview | c
authorization.k8s.io/v1 | selfsubjectrulesreviews | SelfSubjectRulesReview | c
authorization.k8s.io/v1 | subjectaccessreviews | SubjectAccessReview | c
authorization.k8s.io/v1 | localsubjectaccessreviews | LocalSubjectAccessReview | n
authentication.k8s.io/v1 | selfsubjectreviews | SelfSubjectReview | c
authentication.k8s.io/v1 | tokenreviews | TokenReview | c`;

const list = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? [];

/** Every type that the stand-in serves, the preferred version of a group first. */
export const RESOURCES: readonly Resource[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [groupVersion = '', plural = '', kind = '', scope, short, categories, sub] = line
      .split('|')
      .map((x) => x.trim());
    const [version = '', group = ''] = groupVersion.split('/').reverse();
    return {
      group,
      version,
      plural,
      kind,
      isNamespaced: scope === 'n',
      shortNames: list(short),
      categories: list(categories),
      subresources: list(sub),
    };
  });

/** `apps/v1`, or `v1` for the core group. */
export const groupVersionOf = ({ group, version }: Pick<Resource, 'group' | 'version'>): string =>
  group ? `${group}/${version}` : version;

/** The resource of an API path, such as `('apps', 'v1', 'deployments')`. */
export const findResource = (group: string, version: string, plural: string): Resource | undefined =>
  RESOURCES.find((one) => one.group === group && one.version === version && one.plural === plural);

/** The resource of an object, such as `{ apiVersion: 'apps/v1', kind: 'Deployment' }`; undefined when none is served. */
export const resourceOf = (object: { readonly apiVersion: string; readonly kind: string }): Resource | undefined =>
  RESOURCES.find((one) => one.kind === object.kind && groupVersionOf(one) === object.apiVersion);

/** Every word that kubectl takes for a type: plurals, singulars, short names, categories. */
export const TYPE_WORDS: readonly string[] = [
  ...new Set(
    RESOURCES.flatMap(({ plural, kind, shortNames, categories }) => [
      plural,
      kind.toLowerCase(),
      ...shortNames,
      ...categories,
    ]),
  ),
];
