import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifestBlocks } from '../../src/lib/content/check-manifests.ts';
import type { ContentFile } from '../../src/lib/content/read.ts';
import { parseManifest } from '../../src/lib/manifests/parse.ts';
import { fieldsOf, listOf } from './api/fields.ts';
import type { ApiObject } from './api/object.ts';
import { groupVersionOf, RESOURCES } from './api/resources.ts';
import { sceneOf, type Scene } from './api/scene.ts';

/** What the commands of a page must agree with. */
export interface Page {
  /** `content/objects/pod.mdx` */
  readonly file: string;
  /** Whether its blocks are steps: run in their order, each finds what the ones before have left. */
  readonly isTutorial: boolean;
  /** The cluster before the first step. */
  readonly before: Scene;
  /** The cluster of every other command: all that the page tells of is there. */
  readonly scene: Scene;
  /** The manifests that its reader has at hand, by name. */
  readonly manifests: ReadonlyMap<string, string>;
}

interface PageFields {
  readonly manifest?: { readonly file: string; readonly after?: readonly string[] };
}

/**
 * Reads what the commands of a page must agree with: its manifests, those that it comes after, its YAML blocks and
 * here-documents.
 * @param root the folder of the content
 * @returns undefined for a page that has none and is no tutorial: its commands are about any object
 * @throws Error naming the manifest that is not there
 */
export async function readPage(file: ContentFile, root: string): Promise<Page | undefined> {
  const { manifest } = (file.data ?? {}) as PageFields;
  const isTutorial = file.path.startsWith('tutorials/');
  const folder = join(root, file.path, '..', 'manifests');
  const read = async (name: string): Promise<[string, string]> => [
    name,
    await readFile(join(folder, name), 'utf8').catch(() => {
      throw new Error(`content/${file.path}: « manifest: » names ${name}, which is not in its folder manifests/.`);
    }),
  ];
  const own = await Promise.all(manifest ? [read(manifest.file)] : []);
  const earlier = await Promise.all((manifest?.after ?? []).map(read));
  const before = earlier.flatMap(([, text]) => readObjects(text));
  const blocks = readManifestBlocks(file);
  const whole = blocks.filter(({ extractOf }) => extractOf === undefined).map(({ source }) => source);
  const shown = [...own.map(([, text]) => text), ...whole].flatMap((text) => readObjects(text));
  const extracts = blocks.flatMap(({ source, extractOf }) => (extractOf ? readObjects(source, extractOf) : []));
  if (!isTutorial && shown.length + extracts.length === 0) return undefined;
  const scene = sceneOf([...before, ...shown], extracts);
  return {
    file: `content/${file.path}`,
    isTutorial,
    before: { ...sceneOf(before), closed: 'all' },
    scene: isTutorial ? { ...scene, closed: 'all' } : scene,
    manifests: new Map([...earlier, ...own]),
  };
}

/**
 * The named objects of a text of manifests.
 * @param extractOf the kind of which it is only a part
 */
function readObjects(source: string, extractOf?: string): ApiObject[] {
  const values = parseManifest(source, '').documents.map(({ value }) => fieldsOf(value));
  return values
    .flatMap((value) => (value.kind === 'List' ? listOf(value.items) : [value]))
    .flatMap((value) => {
      const resource = RESOURCES.find(({ kind }) => kind === (extractOf ?? value.kind));
      const metadata = fieldsOf(value.metadata) as ApiObject['metadata'];
      if (!resource || typeof metadata.name !== 'string') return [];
      return [{ ...value, apiVersion: groupVersionOf(resource), kind: resource.kind, metadata }];
    });
}
