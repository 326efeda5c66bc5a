import { nearest } from '../../../src/lib/manifests/nearest.ts';
import { readCall, type ReadCall } from '../call.ts';
import { FieldError, type Shapes } from './fields.ts';
import { checkGoTemplate } from './go-template.ts';
import { JsonPathError, relax } from './jsonpath.ts';
import { listOf, targetOf } from './target.ts';
import { checkJsonPath, valuesAt } from './walk.ts';

/**
 * What is wrong in the templates of a command: `--sort-by`, `-o jsonpath`, custom columns, Go templates, `wait --for`.
 * kubectl reads some of them only once it has two objects to sort, and takes a field that does not exist for one that is
 * not set: nothing is shown, in silence.
 * @param args the arguments of one run of kubectl
 * @returns the first thing that is wrong, with the nearest field; undefined when all is well
 */
export function findBadTemplate(args: readonly string[]): string | undefined {
  const call = readCall(args);
  if (!call) return undefined;
  for (const [flag, check] of Object.entries(CHECKS)) {
    for (const value of call.flags.get(flag) ?? []) {
      try {
        check(value, call);
      } catch (error) {
        if (error instanceof JsonPathError || error instanceof FieldError)
          return `--${flag}: « ${value} »: ${error.message}`;
        throw error;
      }
    }
  }
  return undefined;
}

const CHECKS: Readonly<Record<string, (value: string, call: ReadCall) => void>> = {
  'sort-by': (value, call) => {
    // `top` and `api-resources` sort by a word of their own.
    if (call.path === 'get' || call.path === 'events') checkJsonPath(relax(value), targetOf(call).objects);
  },
  output: checkOutput,
  template: (value, call) => {
    // With `-o jsonpath`, it is a jsonpath.
    if (call.flags.get('output')?.at(-1)?.startsWith('jsonpath')) checkTemplate(value, call);
    else checkGoTemplate(value, rootOf(call));
  },
  for: (value, call) => {
    if (call.path === 'wait') checkCondition(value, call);
  },
};

/** What `get` hands to a template: an object, or the list of them. */
function rootOf(call: ReadCall): Shapes {
  const { objects, isList } = targetOf(call);
  return isList ? listOf(objects) : objects;
}

function checkOutput(output: string, call: ReadCall): void {
  const [, format = '', template] = /^([\w-]+)=(.*)$/s.exec(output) ?? [];
  if (template === undefined) return;
  if (format === 'jsonpath' || format === 'jsonpath-as-json') checkTemplate(template, call);
  else if (format === 'go-template') checkGoTemplate(template, rootOf(call));
  else if (format === 'custom-columns') checkColumns(template, call);
}

function checkTemplate(template: string, call: ReadCall): void {
  if (template !== '' && !template.includes('{'))
    throw new JsonPathError(
      `it is shown as it is, as a text: a path stands between braces, {${template.startsWith('.') ? '' : '.'}${template}}`,
    );
  checkJsonPath(template, rootOf(call));
}

/** Columns are read in each object, a list or not. */
function checkColumns(columns: string, call: ReadCall): void {
  const { objects } = targetOf(call);
  for (const column of columns.split(',')) {
    const path = column.slice(column.indexOf(':') + 1);
    // kubectl itself wants a heading before a path.
    if (column.includes(':')) checkJsonPath(relax(path), objects);
  }
}

/** `jsonpath={.status.phase}=Running` */
function checkCondition(condition: string, call: ReadCall): void {
  const [, path, value] = /^jsonpath=(\{[^{}]*\}|[^={}]+)(?:=(.*))?$/s.exec(condition) ?? [];
  if (path === undefined) return;
  const { objects } = targetOf(call);
  checkJsonPath(relax(path), objects);
  const values = valuesAt(relax(path), objects);
  if (!value || values.length === 0 || values.includes(value)) return;
  const meant = nearest(value, values);
  throw new FieldError(`it is never « ${value} »${meant ? ` (did you mean ${meant}?)` : ` (${values.join(', ')})`}`);
}
