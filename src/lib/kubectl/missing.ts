// cspell:ignore commands flags
import type { Part } from './parts.ts';

/** What an author adds to content/explanations.yaml for a part without a sentence: `sous « flags », ajoutez « sort-by: … »`. */
export function lineToAdd(part: Part): string {
  const add = (section: string, key: string): string => `sous « ${section} », ajoutez « ${key}: Une phrase. »`;
  switch (part.kind) {
    case 'tool':
      return add('tools', part.text);
    case 'command':
      return add(part.tool === 'minikube' ? 'minikube: commands' : 'commands', `${part.path}: { does`).replace(
        '. »',
        '. } »',
      );
    case 'flag':
      return add(part.tool === 'minikube' ? 'minikube: flags' : 'flags', part.flag.long);
    case 'argument':
      if (part.role === 'type') return `sous « types », ajoutez « NomDuType: [${part.value.replaceAll(',', ', ')}] »`;
      return add('arguments', part.role);
    case 'end':
      return add('(racine)', 'end');
    case 'inside':
      return add('inside', part.path);
    case 'variable':
      return add('variables', part.name);
    case 'shell':
      return add('shell', `'${part.operator}'`);
    case 'program':
      return add('programs', part.text.split(' ')[0] ?? '');
  }
}
