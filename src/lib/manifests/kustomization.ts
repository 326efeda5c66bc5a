import { nearest } from './nearest.ts';
import { isFields, type Fields, type Path, type Say } from './problem.ts';

/** The fields of a kustomization. Source: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
const FIELDS =
  'apiVersion kind metadata openapi namePrefix nameSuffix namespace commonLabels labels commonAnnotations patches patchesStrategicMerge patchesJson6902 images replacements replicas vars sortOptions resources components crds bases configMapGenerator secretGenerator helmGlobals helmCharts helmChartInflationGenerator generatorOptions configurations generators transformers validators buildMetadata'.split(
    ' ',
  );
/** Those that no other file has: they tell a kustomization that does not say its kind, as Kustomize allows. */
const OWN = FIELDS.filter(
  (field) => !['apiVersion', 'kind', 'metadata', 'namespace', 'labels', 'images'].includes(field),
);

/** Whether a document without a kind is a kustomization. */
export const isKustomization = (document: Fields): boolean =>
  OWN.some((field) => field in document) && !isFields(document.resources);

/** Checks the fields of a kustomization: Kustomize refuses those that it does not know. */
export function checkKustomization(document: Fields, path: Path, say: Say): void {
  for (const [field, value] of Object.entries(document)) {
    const at = [...path, field];
    if (!FIELDS.includes(field)) say(at, `champ inconnu : « ${field} ».`, nearest(field, FIELDS));
    else if (
      ['resources', 'components', 'images', 'patches', 'configMapGenerator', 'secretGenerator', 'replicas'].includes(
        field,
      ) &&
      value !== null &&
      !Array.isArray(value)
    )
      say(at, 'on attend une liste.', 'commencez chaque élément par « - »');
  }
}
