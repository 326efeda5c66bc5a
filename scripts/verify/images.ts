import type { Run } from './run.ts';

/** Registries and names that are frozen or gone, with what to write instead. */
const GONE: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^k8s\.gcr\.io\//, 'k8s.gcr.io is frozen since April 2023: use registry.k8s.io'],
  [/^(?:\w+\.)?gcr\.io\/google[-_]containers\//, 'gcr.io/google_containers is frozen: use registry.k8s.io'],
  [
    /^(?:\w+\.)?gcr\.io\/(?:google-samples|hello-minikube-zero-install|kubernetes-helm|k8s-minikube\/storage)\b/,
    'Container Registry was shut down in 2025: use an image of registry.k8s.io or of a registry that is kept',
  ],
  [
    /^(?:\w+\.)?gcr\.io\/(?:kubernetes-e2e-test-images|k8s-authenticated-test|google[-_]containers)\//,
    'gcr.io/kubernetes-e2e-test-images is frozen: use registry.k8s.io/e2e-test-images',
  ],
  [/^(?:quay|gcr)\.io\/bitnami\//, 'bitnami publishes there no more: use the official image of the program'],
  [
    /^(?:(?:index\.|registry-1\.)?docker\.io\/)?(?:library\/)?(?:openjdk|java)(?:$|:)/,
    'the images openjdk and java get no repairs: use eclipse-temurin',
  ],
  [
    /^(?:(?:index\.|registry-1\.)?docker\.io\/)?bitnami\//,
    'the versioned images of bitnami left Docker Hub in 2025: use the official image of the program',
  ],
  [
    /^(?:(?:index\.|registry-1\.)?docker\.io\/)?openshift\//,
    'the images of openshift left Docker Hub: use registry.k8s.io or quay.io',
  ],
  [/^(?:docker\.pkg\.github\.com)\//, 'docker.pkg.github.com is closed: use ghcr.io'],
  [
    /^(?:registry\.access\.redhat\.com\/openshift3|quay\.io\/kubernetes-ingress-controller)\//,
    'this repository is frozen',
  ],
  [
    /^(?:(?:index\.|registry-1\.)?docker\.io\/)?(?:centos(?:$|:)|library\/centos)/,
    'the image centos is at its end of life',
  ],
];

/**
 * The first image of a run that can't be pulled any more, or gets no repairs: in what kubectl sent, and in its arguments.
 * @returns why, with what to write instead; undefined when there is none
 */
export function findDeadImage({ calls, requests }: Run): string | undefined {
  const images = [
    ...requests.flatMap(({ body }) => imagesOf(body)),
    ...calls.flatMap(({ args }) => args.flatMap((arg, index) => readArgument(arg, args[index - 1]))),
  ];
  for (const image of images) {
    const why = GONE.find(([pattern]) => pattern.test(image))?.[1];
    if (why) return `image « ${image} »: ${why}`;
  }
  return undefined;
}

function readArgument(arg: string, before: string | undefined): string[] {
  if (before === '--image') return [arg];
  const assigned = /^[\w*-]+=(\S+)$/.exec(arg.replace(/^--/, ''))?.[1];
  return assigned === undefined ? [] : [assigned];
}

function imagesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(imagesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'image' && typeof inner === 'string' ? [inner] : imagesOf(inner),
  );
}
