import { nearest } from '../nearest.ts';
import { isFields, itemsOf, textsOf, type Fields, type Path, type Say } from '../problem.ts';

const GROUP = 'rbac.authorization.k8s.io';
const SUBJECTS = ['User', 'Group', 'ServiceAccount'];

/** Checks the rules of a Role or a ClusterRole. */
export function checkRole(kind: string, { rules }: Fields, path: Path, say: Say): void {
  for (const [index, rule] of itemsOf(rules)) {
    const at = [...path, 'rules', index];
    const { apiGroups, resources, nonResourceURLs, verbs } = rule;
    if (Array.isArray(verbs) && verbs.length === 0)
      say([...at, 'verbs'], 'il faut au moins un verbe.', 'get, list, watch');
    const urls = textsOf(nonResourceURLs);
    if (urls.length > 0 && kind === 'Role')
      say([...at, 'nonResourceURLs'], 'une Role ne porte que sur des objets.', 'ClusterRole');
    if (urls.length > 0 && textsOf(resources).length > 0)
      say([...at, 'nonResourceURLs'], '« nonResourceURLs » et « resources » s’excluent.');
    if (urls.length > 0) continue;
    if (textsOf(resources).length === 0) say([...at, 'resources'], 'il faut au moins un type d’objet.', 'pods');
    if (textsOf(apiGroups).length === 0)
      say(
        [...at, 'apiGroups'],
        'il faut au moins un groupe.',
        'apiGroups: [""] pour les Pods, ["apps"] pour les Deployments',
      );
  }
}

/** Checks who is bound, and to what. */
export function checkBinding(kind: string, { roleRef, subjects }: Fields, path: Path, say: Say): void {
  if (isFields(roleRef)) {
    const allowed = kind === 'RoleBinding' ? ['Role', 'ClusterRole'] : ['ClusterRole'];
    const { kind: to, apiGroup } = roleRef;
    if (typeof to === 'string' && !allowed.includes(to))
      say([...path, 'roleRef', 'kind'], `« ${to} » n'est pas possible ici.`, nearest(to, allowed) ?? allowed[0]);
    if (typeof apiGroup === 'string' && apiGroup !== '' && apiGroup !== GROUP)
      say([...path, 'roleRef', 'apiGroup'], `« ${apiGroup} » n'est pas le groupe des rôles.`, GROUP);
  }
  for (const [index, subject] of itemsOf(subjects)) {
    const at = [...path, 'subjects', index];
    const { kind: who, apiGroup, namespace } = subject;
    if (typeof who !== 'string') continue;
    if (!SUBJECTS.includes(who))
      say([...at, 'kind'], `« ${who} » n'est pas un sujet.`, nearest(who, SUBJECTS) ?? SUBJECTS.join(', '));
    else if (who === 'ServiceAccount') {
      if (apiGroup) say([...at, 'apiGroup'], 'un ServiceAccount est du groupe vide.', 'retirez « apiGroup »');
      if (kind === 'ClusterRoleBinding' && !namespace)
        say([...at, 'namespace'], 'un ServiceAccount demande son « namespace ».');
    } else if (apiGroup !== undefined && apiGroup !== GROUP)
      say([...at, 'apiGroup'], 'ce n’est pas le groupe des sujets.', GROUP);
  }
}
