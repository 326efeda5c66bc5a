/** Makes a function without arguments run at the first call only, its result kept: the site's data is read once a build. */
export function once<T>(compute: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}
