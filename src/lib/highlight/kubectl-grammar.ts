import type { LanguageRegistration } from 'shiki';

/** Placeholders are uppercase words between angle brackets; the shell would read them as redirections. */
const placeholder = { match: '<[A-Z][A-Z0-9_]*>', name: 'variable.parameter.placeholder' };

const strings = [
  { begin: "'", end: "'", name: 'string.quoted.single', patterns: [placeholder] },
  {
    begin: '"',
    end: '"',
    name: 'string.quoted.double',
    patterns: [placeholder, { include: '#expansion' }, { match: '\\\\.', name: 'constant.character.escape' }],
  },
];

const RESOURCE_WORDS =
  'po|pods?|svc|services?|deploy|deployments?|rs|replicasets?|sts|statefulsets?|ds|daemonsets?|jobs?|cj|cronjobs?|no|nodes?|ns|namespaces?|pv|persistentvolumes?|pvc|persistentvolumeclaims?|sc|storageclass(?:es)?|cm|configmaps?|secrets?|ev|events?|ing|ingress(?:es)?|netpol|networkpolic(?:y|ies)|sa|serviceaccounts?|roles?|clusterroles?|rolebindings?|clusterrolebindings?|hpa|horizontalpodautoscalers?|pdb|poddisruptionbudgets?|priorityclass(?:es)?|quota|resourcequotas?|csr|all|endpointslices?|clusterip|nodeport|loadbalancer|externalname|generic|docker-registry|tls|token';

/**
 * A small TextMate grammar for one or several shell lines built around kubectl and minikube:
 * tool and subcommand, resource, flag, value, placeholder. Not a shell parser: it only colours.
 */
export const kubectlGrammar: LanguageRegistration = {
  name: 'kubectl',
  scopeName: 'source.shell.kubectl',
  aliases: ['sh', 'bash', 'shell'],
  patterns: [
    { match: '(?:^|(?<=\\s))#.*$', name: 'comment.line' },
    {
      // `kubectl rollout undo`: the tool and the plain words after it that are neither a flag, a resource nor a name.
      match: `\\b(kubectl|minikube)((?:\\s+(?!(?:${RESOURCE_WORDS})(?:[\\s/,]|$))[a-z][a-z-]*(?=\\s|$)){0,1})((?:\\s+(?:undo|status|history|pause|resume|restart|can-i|whoami|reconcile|approve|deny|image|env|resources|selector|serviceaccount|subject|dump|list|view|set|unset|enable|disable|load|ls|deployment|namespace|configmap|secret|job|cronjob|quota|poddisruptionbudget|priorityclass|service|ingress|role|clusterrole|rolebinding|clusterrolebinding|token|view-last-applied|edit-last-applied|set-last-applied|(?:current|get|use|set|rename|delete)-(?:contexts?|clusters?|users?|credentials)))?(?=\\s|$))`,
      captures: {
        1: { name: 'entity.name.command' },
        2: { name: 'entity.name.command' },
        3: { name: 'entity.name.command' },
      },
    },
    placeholder,
    { include: '#expansion' },
    ...strings,
    { match: '(?<=\\s)--(?=\\s|$)', name: 'keyword.operator.separator' },
    { match: '(?<=\\s)--?[A-Za-z][A-Za-z0-9-]*=?', name: 'entity.other.flag' },
    { match: `(?<=\\s|,)(?:${RESOURCE_WORDS})(?:\\.v1)?(?:\\.[a-z.]+)?(?=[\\s/,]|$)`, name: 'entity.name.resource' },
    { match: '[|;&<>]|\\\\$', name: 'keyword.operator.shell' },
  ],
  repository: {
    expansion: { match: '\\$(?:[A-Za-z_][A-Za-z0-9_]*|\\{[^}]*\\})', name: 'variable.other' },
  },
};
