import { isPercentage, isSchedule } from '../formats.ts';
import { fieldsOf, isFields, itemsOf, type Fields, type Path, type Say } from '../problem.ts';
import { checkLabels, checkSelector, isSelected } from './meta.ts';
import { checkPod, checkRestart } from './pod.ts';
import { checkClaim } from './volumes.ts';

/** Where each kind keeps the description of its Pods. */
const TEMPLATES: Readonly<Record<string, Path>> = {
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  PodTemplate: ['template'],
  Pod: [],
};
const AT_LEAST_ZERO = [
  'replicas',
  'minReadySeconds',
  'revisionHistoryLimit',
  'parallelism',
  'completions',
  'backoffLimit',
  'activeDeadlineSeconds',
  'ttlSecondsAfterFinished',
  'startingDeadlineSeconds',
  'successfulJobsHistoryLimit',
  'failedJobsHistoryLimit',
];

/** What describes the Pods of an object, with its path: metadata and spec; undefined for other kinds. */
export function templateOf(kind: string, object: Fields): { path: Path; template: Fields } | undefined {
  const path = TEMPLATES[kind];
  if (!path) return undefined;
  return { path, template: path.reduce<Fields>((value, key) => fieldsOf(value[key]), object) };
}

/** Checks the controllers of Pods, and Pods alone. */
export function checkWorkload(kind: string, object: Fields, path: Path, say: Say): void {
  const found = templateOf(kind, object);
  if (!found) return;
  const at = [...path, ...found.path];
  const { template } = found;
  const spec = fieldsOf(object.spec);
  const claims = itemsOf(spec.volumeClaimTemplates).map(([, claim]) => String(fieldsOf(claim.metadata).name));
  if (isFields(template.spec)) {
    checkPod(template.spec, [...at, 'spec'], claims, say);
    checkRestart(kind, template.spec, [...at, 'spec'], say);
  } else say([...at, 'spec'], 'champ obligatoire manquant : « spec ».');
  if (kind === 'Pod') return;
  const { labels } = fieldsOf(template.metadata);
  checkLabels(labels, [...at, 'metadata', 'labels'], say);
  checkNumbers(spec, [...path, 'spec'], say);
  if (kind === 'Job') checkJob(spec, [...path, 'spec'], say);
  else if (kind === 'CronJob') checkCronJob(spec, [...path, 'spec'], say);
  else if (kind !== 'PodTemplate') checkTemplateLabels(kind, spec, fieldsOf(labels), path, say);
  if (kind === 'Deployment') checkDeployment(spec, [...path, 'spec'], say);
  checkUpdate(fieldsOf(spec.updateStrategy), [...path, 'spec', 'updateStrategy'], say);
  for (const [index, claim] of itemsOf(spec.volumeClaimTemplates))
    checkClaim(fieldsOf(claim.spec), [...path, 'spec', 'volumeClaimTemplates', index, 'spec'], say);
}

function checkNumbers(spec: Fields, path: Path, say: Say): void {
  for (const name of AT_LEAST_ZERO) {
    const value = spec[name];
    if (typeof value === 'number' && value < 0) say([...path, name], `${value} est négatif.`);
  }
}

function checkTemplateLabels(kind: string, spec: Fields, labels: Fields, path: Path, say: Say): void {
  const at = [...path, 'spec', 'selector'];
  const { selector } = spec;
  if (!isFields(selector)) return;
  const asked: Fields = kind === 'ReplicationController' ? { matchLabels: selector } : selector;
  const count = Object.keys(fieldsOf(asked.matchLabels)).length + itemsOf(asked.matchExpressions).length;
  checkSelector(asked, at, say);
  if (count === 0) say(at, 'un sélecteur vide choisirait tous les Pods.', 'matchLabels, avec les labels du modèle');
  else if (!isSelected(labels, asked)) {
    const written = Object.entries(fieldsOf(asked.matchLabels))
      .map(([key, value]) => `${key}: ${String(value)}`)
      .join(', ');
    say(
      [...path, 'spec', 'template', 'metadata', 'labels'],
      'le sélecteur ne correspond pas aux labels du modèle.',
      written && `écrivez « ${written} » aux deux endroits`,
    );
  }
}

function checkDeployment(spec: Fields, path: Path, say: Say): void {
  const { strategy, progressDeadlineSeconds, minReadySeconds } = spec;
  const { type, rollingUpdate } = fieldsOf(strategy);
  const at = [...path, 'strategy', 'rollingUpdate'];
  if (type === 'Recreate' && isFields(rollingUpdate))
    say(at, '« rollingUpdate » ne va pas avec « type: Recreate ».', 'RollingUpdate');
  const { maxSurge, maxUnavailable } = fieldsOf(rollingUpdate);
  checkShare(maxSurge, [...at, 'maxSurge'], say);
  checkShare(maxUnavailable, [...at, 'maxUnavailable'], say);
  if (isZero(maxSurge) && isZero(maxUnavailable))
    say([...at, 'maxUnavailable'], '« maxSurge » et « maxUnavailable » ne sont pas tous deux à zéro.');
  const wait = typeof minReadySeconds === 'number' ? minReadySeconds : 0;
  if (typeof progressDeadlineSeconds === 'number' && progressDeadlineSeconds <= wait)
    say([...path, 'progressDeadlineSeconds'], 'ce délai est plus grand que « minReadySeconds ».');
}

const isZero = (value: unknown): boolean => value === 0 || value === '0%';

/** Checks a number of Pods, or a share of them: `1` or `25%`. */
export function checkShare(value: unknown, path: Path, say: Say): void {
  if (typeof value === 'number' && value < 0) say(path, `${value} est négatif.`);
  if (typeof value === 'string' && !isPercentage(value))
    say(
      path,
      `« ${value} » n'est ni un nombre ni un pourcentage.`,
      /^\d+$/.test(value) ? 'retirez les guillemets' : '25%',
    );
  else if (typeof value === 'string' && path.at(-1) === 'maxUnavailable' && parseInt(value) > 100)
    say(path, 'pas plus de 100%.');
}

function checkUpdate({ type, rollingUpdate }: Fields, path: Path, say: Say): void {
  const { partition, maxUnavailable } = fieldsOf(rollingUpdate);
  if (type === 'OnDelete' && isFields(rollingUpdate))
    say([...path, 'rollingUpdate'], '« rollingUpdate » ne va pas avec « type: OnDelete ».', 'RollingUpdate');
  if (typeof partition === 'number' && partition < 0)
    say([...path, 'rollingUpdate', 'partition'], `${partition} est négatif.`);
  checkShare(maxUnavailable, [...path, 'rollingUpdate', 'maxUnavailable'], say);
}

function checkJob(spec: Fields, path: Path, say: Say): void {
  const { completionMode, completions, template } = spec;
  if (completionMode === 'Indexed' && typeof completions !== 'number')
    say([...path, 'completions'], 'un Job indexé demande « completions ».');
  if (isFields(spec.selector) && spec.manualSelector !== true)
    say([...path, 'selector'], 'Kubernetes choisit le sélecteur d’un Job.', 'retirez « selector »');
  const { restartPolicy } = fieldsOf(fieldsOf(template).spec);
  if (isFields(spec.podFailurePolicy) && restartPolicy === 'OnFailure')
    say([...path, 'podFailurePolicy'], '« podFailurePolicy » demande « restartPolicy: Never ».', 'Never');
  if (spec.backoffLimitPerIndex !== undefined && completionMode !== 'Indexed')
    say([...path, 'backoffLimitPerIndex'], '« backoffLimitPerIndex » demande « completionMode: Indexed ».', 'Indexed');
}

function checkCronJob(spec: Fields, path: Path, say: Say): void {
  const { schedule, timeZone } = spec;
  if (typeof schedule === 'string') {
    if (/^(?:CRON_)?TZ=/.test(schedule))
      say([...path, 'schedule'], 'le fuseau horaire ne se met pas dans « schedule ».', 'timeZone');
    else if (!isSchedule(schedule))
      say([...path, 'schedule'], `« ${schedule} » n'est pas un horaire cron.`, 'cinq champs : "0 3 * * *"');
  }
  if (typeof timeZone === 'string' && !isTimeZone(timeZone))
    say([...path, 'timeZone'], `« ${timeZone} » n'est pas un fuseau horaire.`, 'Europe/Paris');
  const job = spec.jobTemplate;
  if (!isFields(job) || !isFields(job.spec)) return;
  checkNumbers(job.spec, [...path, 'jobTemplate', 'spec'], say);
  checkJob(job.spec, [...path, 'jobTemplate', 'spec'], say);
}

function isTimeZone(name: string): boolean {
  if (name === '' || name === 'Local' || /^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('fr', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
