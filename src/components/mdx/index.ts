import Example from './Example.astro';
import Manifest from './Manifest.astro';
import Note from './Note.astro';

/** What authors may write in a page without importing it. */
export const mdxComponents = { Example, Manifest, Note };
