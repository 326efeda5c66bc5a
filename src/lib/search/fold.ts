/**
 * Brings a text to the one form in which it is indexed and asked: lower case, no accent, ligatures opened,
 * apostrophes as spaces: `fold("L’échelle des nœuds")` → `l echelle des noeuds`.
 * Flags keep their dashes so that `--replicas` is one word; `=`, `/` and quotes separate.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}.-]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])\.+|\.+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
