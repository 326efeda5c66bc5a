import { parse } from 'yaml';
import source from '../../content/fields.yaml?raw';
import { findSentence, readFieldLines, type Sentences } from '../lib/manifests/explain.ts';
import { once } from '../lib/once.ts';
import { getManifest, type ShownManifest } from './manifests.ts';
import { getSections, type Note, type Section } from './notes.ts';

/** A line of a manifest and what it means. */
export interface ExplainedLine {
  readonly line: number;
  /** The field with its parent, enough to find it in the list: `httpGet.port`. */
  readonly label: string;
  readonly sentence: string;
  /** What its page says of this very line. */
  readonly note: string | undefined;
  /** `kubectl explain pod.spec.containers.image` */
  readonly explain: string;
}

/** A manifest with the meaning of each of its lines, one list for each of its documents. */
interface ExplainedManifest extends ShownManifest {
  readonly section: Section;
  readonly page: Note;
  readonly documents: readonly { readonly kind: string; readonly lines: readonly ExplainedLine[] }[];
}

const sentences: Sentences = new Map(Object.entries(parse(source) as Record<string, string>));

/** Every manifest of the site, its lines explained from content/fields.yaml. */
export const getExplainedManifests = once(async (): Promise<readonly ExplainedManifest[]> =>
  (await getSections()).flatMap((section) =>
    section.pages.flatMap((page) => {
      const manifest = getManifest(page);
      return manifest ? [{ ...manifest, section, page, documents: explain(manifest) }] : [];
    }),
  ),
);

function explain({ source: text, notes }: ShownManifest): ExplainedManifest['documents'] {
  return readFieldLines(text).map((fields) => ({
    kind: fields[0]?.kind ?? '',
    lines: fields.map((field) => ({
      line: field.line,
      label: field.names.slice(-2).join('.'),
      // The content check has seen that none is missing.
      sentence: findSentence(field, sentences) ?? '',
      note: notes.find(({ line }) => line === field.line)?.text,
      explain: field.explain,
    })),
  }));
}
