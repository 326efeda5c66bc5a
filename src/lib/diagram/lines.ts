/** A line of text placed in a drawing. */
export interface PlacedLine {
  readonly text: string;
  /** Its baseline, in user units. */
  readonly y: number;
  readonly isNote: boolean;
}

/** The leading of a title (14 units high) and of the smaller words under it (12 units), in user units. */
const LEADING = { title: 18, note: 16 };
/** From the middle of a line down to its baseline, so that capitals and not descenders look centred. */
const BASELINE = { title: 5, note: 4 };

/** The lines of a text whose lines are parted by `|`: `'kube-controller-|manager'` → two. */
const split = (text: string): string[] => (text === '' ? [] : text.split('|'));

/**
 * Places a title and the smaller words under it so that the whole is centred on `middle`:
 * `placeLines(20, 'Pod')` → `[{ text: 'Pod', y: 25, isNote: false }]`.
 */
export function placeLines(middle: number, title: string, note = ''): PlacedLine[] {
  const lines = [
    ...split(title).map((text) => ({ text, kind: 'title' as const })),
    ...split(note).map((text) => ({ text, kind: 'note' as const })),
  ];
  const height = lines.reduce((total, { kind }) => total + LEADING[kind], 0);
  let top = middle - height / 2;
  return lines.map(({ text, kind }) => {
    const y = top + LEADING[kind] / 2 + BASELINE[kind];
    top += LEADING[kind];
    return { text, y, isNote: kind === 'note' };
  });
}
