import { nearest } from '../../../src/lib/manifests/nearest.ts';
import { childrenOf, elementsOf, fieldBelow, FieldError, fieldOf, type Shapes } from './fields.ts';
import { parseJsonPath, type Path, type Step } from './jsonpath.ts';

/** What kubectl compares with. */
const OPERATORS = ['==', '!=', '<', '<=', '>', '>='];
const TEXT: Shapes = [{ type: 'string' }];

/**
 * Follows the paths of a template through the fields of what it is given.
 * @param template `{range .items[*]}{.metadata.name}{end}`
 * @param root the shapes of the value that kubectl hands to it
 * @throws JsonPathError when the template can't be read
 * @throws FieldError when it asks for a field that does not exist, or is refused once there is an object to show
 */
export function checkJsonPath(template: string, root: Shapes): void {
  const stack = [root];
  for (const path of parseJsonPath(template)) {
    const current = stack.at(-1) ?? root;
    const [first] = path;
    if (first?.type === 'identifier' && first.name === 'range') stack.push(follow(path.slice(1), current));
    else if (first?.type === 'identifier' && first.name === 'end') {
      if (stack.length === 1) throw new FieldError('not in range, nothing to end');
      stack.pop();
    } else follow(path, current);
  }
  if (stack.length > 1) throw new FieldError('a {range …} has no {end}: only its first element is shown');
}

/** The only values that what a path leads to may have; none when it may have any. */
export const valuesAt = (template: string, root: Shapes): readonly string[] =>
  valuesOf(follow(parseJsonPath(template)[0] ?? [], root));

const valuesOf = (shapes: Shapes): readonly string[] =>
  shapes.every((shape) => shape.type === 'string' && shape.values)
    ? shapes.flatMap((shape) => (shape.type === 'string' ? (shape.values ?? []) : []))
    : [];

function follow(path: Path, root: Shapes): Shapes {
  let shapes = root;
  let shown = '';
  let isDeep = false;
  for (const step of path) {
    if (step.type === 'recursive') {
      isDeep = true;
      continue;
    }
    shapes =
      isDeep && step.type === 'field'
        ? fieldBelow(shapes, step.name)
        : isDeep
          ? [{ type: 'any' }]
          : take(step, shapes, shown);
    shown += show(step);
    isDeep = false;
  }
  return shapes;
}

function take(step: Step, shapes: Shapes, shown: string): Shapes {
  switch (step.type) {
    case 'field':
      if (step.name === '') throw new FieldError('a dot without a field leads to nothing: {@} is the object itself');
      return fieldOf(shapes, step.name, shown);
    case 'index':
      return elementsOf(shapes, shown);
    case 'wildcard':
      return childrenOf(shapes);
    case 'union':
      return step.branches.flatMap((branch) => follow(branch, shapes));
    case 'filter': {
      const elements = elementsOf(shapes, shown);
      checkFilter(step, elements);
      return elements;
    }
    case 'identifier':
      throw new FieldError(`unrecognized identifier ${step.name}: put a text between quotes`);
    default:
      return TEXT;
  }
}

function checkFilter({ left, operator, right }: Extract<Step, { type: 'filter' }>, elements: Shapes): void {
  const compared = follow(left, elements);
  if (operator === '') return;
  if (!OPERATORS.includes(operator))
    throw new FieldError(`unrecognized filter operator ${operator}: kubectl has ${OPERATORS.join(' ')}`);
  follow(right, elements);
  const [value] = right;
  const values = valuesOf(compared);
  if (value?.type !== 'text' || values.length === 0 || values.includes(value.text)) return;
  const meant = nearest(value.text, values);
  throw new FieldError(
    `« ${value.text} » is never a value there${meant ? ` (did you mean ${meant}?)` : ` (${values.join(', ')})`}`,
  );
}

function show(step: Step): string {
  switch (step.type) {
    case 'field':
      return `.${step.name.replaceAll('.', '\\.')}`;
    case 'wildcard':
      return '.*';
    default:
      return step.type === 'text' || step.type === 'constant' ? '' : '[*]';
  }
}
