/** Where the output of an example is captured: from kubectl alone, or with a cluster. */
export const OUTPUT_SOURCES = ['local', 'cluster'] as const;

/** What kubectl printed for an example: an entry of `src/data/outputs.json`, which only `npm run capture` writes. */
export interface CapturedOutput {
  /** As the author wrote it, with its placeholders. */
  readonly command: string;
  readonly source: (typeof OUTPUT_SOURCES)[number];
  /** `1.36.3` */
  readonly kubectl: string;
  /** Of the cluster that answered: `1.36.1`. */
  readonly server?: string;
  readonly text: string;
}
