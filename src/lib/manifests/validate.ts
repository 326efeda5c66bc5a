import { checkKustomization, isKustomization } from './kustomization.ts';
import { parseManifest, type ManifestDocument } from './parse.ts';
import {
  fieldsOf,
  isFields,
  writePath,
  type Fields,
  type Finding,
  type Path,
  type Problem,
  type Say,
} from './problem.ts';
import { checkBinding, checkRole } from './rules/access.ts';
import { checkConfigMap, checkSecret } from './rules/data.ts';
import { checkMeta } from './rules/meta.ts';
import { checkIngress, checkNetworkPolicy, checkService } from './rules/network.ts';
import {
  checkAutoscaler,
  checkBudget,
  checkDefinition,
  checkLimitRange,
  checkPriority,
  checkQuota,
} from './rules/policies.ts';
import { checkTogether, type ManifestObject } from './rules/together.ts';
import { checkClaim, checkPersistentVolume } from './rules/volumes.ts';
import { checkWorkload } from './rules/workloads.ts';
import { nearest } from './nearest.ts';
import { KINDS, kindShape } from './schema.ts';
import { checkShape, MISSING } from './shape.ts';
import { checkVersion } from './versions.ts';

/**
 * Finds what the API server would refuse in a manifest, and what it would take though it can not work: unknown fields,
 * wrong types, removed versions, selectors that choose nothing, volumes that no one declares, images that are gone.
 * @param source the text of the file: one or several YAML documents, or JSON
 * @param file the name to give in the problems
 * @returns the problems in the order of their lines, one for each place; empty when all is well
 */
export function validateManifests(source: string, file: string): Problem[] {
  const { documents, problems } = parseManifest(source, file);
  const objects: ManifestObject[] = [];
  const settle: (() => void)[] = [];
  for (const document of documents) {
    const findings: Finding[] = [];
    const say: Say = (path, message, suggestion) => findings.push({ path, message, suggestion });
    checkDocument(document.value, [], say, objects);
    settle.push(() => problems.push(...locate(findings, document, file)));
  }
  // A file that does not parse is judged no further: half of it is missing.
  if (problems.length === 0) checkTogether(objects);
  for (const one of settle) one();
  return problems.sort((a, b) => a.line - b.line);
}

/**
 * Finds unknown fields and wrong types in a part of an object, such as the `status` that a page shows alone.
 * @param kind what it is a part of: `Deployment`
 */
export function validateExtract(source: string, file: string, kind: string): Problem[] {
  const { documents, problems } = parseManifest(source, file);
  const apiVersion = [...KINDS.keys()].find((version) => KINDS.get(version)?.includes(kind));
  const all = [...KINDS.values()].flat();
  if (apiVersion === undefined)
    return [
      { file, line: 1, path: '', message: `« extrait=${kind} » : type inconnu.`, suggestion: nearest(kind, all) },
    ];
  for (const document of documents) {
    const findings: Finding[] = [];
    checkShape(document.value, `#${apiVersion}/${kind}`, [], (path, message, suggestion) => {
      if (!message.startsWith(MISSING)) findings.push({ path, message, suggestion });
    });
    problems.push(...locate(findings, document, file));
  }
  return problems;
}

/** The first finding at each place: the rules that follow often trip over the same mistake. */
function locate(findings: readonly Finding[], document: ManifestDocument, file: string): Problem[] {
  const firsts = new Map<string, Finding>();
  for (const finding of findings) {
    const path = writePath(finding.path);
    if (!firsts.has(path)) firsts.set(path, finding);
  }
  return [...firsts].map(([path, { path: keys, message, suggestion }]) => ({
    file,
    line: document.lineOf(keys),
    path,
    message,
    suggestion: suggestion === '' ? undefined : suggestion,
  }));
}

function checkDocument(value: unknown, path: Path, say: Say, objects: ManifestObject[]): void {
  if (!isFields(value)) {
    say(path, 'on attend un objet, avec « apiVersion » et « kind ».');
    return;
  }
  const { apiVersion, kind } = value;
  if (kind === undefined && (apiVersion === undefined || isKustomizeVersion(apiVersion)) && isKustomization(value)) {
    checkKustomization(value, path, say);
    return;
  }
  const isNamed = (['apiVersion', 'kind'] as const).filter((field) => {
    const text = value[field];
    if (typeof text === 'string' && text !== '') return true;
    const isMissing = text === undefined || text === null || text === '';
    say([...path, field], isMissing ? `champ obligatoire manquant : « ${field} ».` : 'on attend un texte.');
    return false;
  });
  if (isNamed.length === 2) checkObject(String(apiVersion), String(kind), value, path, say, objects);
}

const isKustomizeVersion = (apiVersion: unknown): boolean =>
  typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/');

function checkObject(
  apiVersion: string,
  kind: string,
  object: Fields,
  path: Path,
  say: Say,
  objects: ManifestObject[],
): void {
  checkVersion(apiVersion, kind, path, say);
  if (kind === 'Kustomization' && isKustomizeVersion(apiVersion)) checkKustomization(object, path, say);
  if (Array.isArray(object.items) && (kind === 'List' || kindShape(apiVersion, kind)?.endsWith('List'))) {
    for (const [index, item] of object.items.entries()) checkDocument(item, [...path, 'items', index], say, objects);
    return;
  }
  const shape = kindShape(apiVersion, kind);
  if (!shape) return;
  checkShape(object, shape, path, say);
  checkMeta(kind, object, path, say);
  checkWorkload(kind, object, path, say);
  checkKind(apiVersion, kind, object, path, say);
  objects.push({ kind, object, path, say });
}

function checkKind(apiVersion: string, kind: string, object: Fields, path: Path, say: Say): void {
  const spec = fieldsOf(object.spec);
  const at = [...path, 'spec'];
  switch (kind) {
    case 'Service':
      checkService(spec, at, say);
      return;
    case 'Ingress':
      checkIngress(spec, at, say);
      return;
    case 'NetworkPolicy':
      checkNetworkPolicy(spec, at, say);
      return;
    case 'ConfigMap':
      checkConfigMap(object, path, say);
      return;
    case 'Secret':
      checkSecret(object, path, say);
      return;
    case 'Role':
    case 'ClusterRole':
      checkRole(kind, object, path, say);
      return;
    case 'RoleBinding':
    case 'ClusterRoleBinding':
      checkBinding(kind, object, path, say);
      return;
    case 'PersistentVolumeClaim':
      checkClaim(spec, at, say);
      return;
    case 'PersistentVolume':
      checkPersistentVolume(spec, at, say);
      return;
    case 'HorizontalPodAutoscaler':
      if (apiVersion === 'autoscaling/v2') checkAutoscaler(spec, at, say);
      return;
    case 'PodDisruptionBudget':
      checkBudget(spec, at, say);
      return;
    case 'LimitRange':
      checkLimitRange(spec, at, say);
      return;
    case 'ResourceQuota':
      checkQuota(spec, at, say);
      return;
    case 'PriorityClass':
      checkPriority(object, path, say);
      return;
    case 'CustomResourceDefinition':
      checkDefinition(object, path, say);
      return;
  }
}

/** Writes a problem on one line, for a person: `app.yaml:12: spec.replicas: … → …`. */
export function writeProblem({ file, line, path, message, suggestion }: Problem): string {
  return `${file}:${line}: ${[path, message].filter(Boolean).join(' : ')}${suggestion ? ` → ${suggestion}` : ''}`;
}
