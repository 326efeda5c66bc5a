import type { APIRoute, GetStaticPaths } from 'astro';
import { getManifests, type ShownManifest } from '../../data/manifests.ts';

export const getStaticPaths = (async () =>
  (await getManifests()).map((manifest) => ({
    params: { file: manifest.file.replace('.yaml', '') },
    props: { manifest },
  }))) satisfies GetStaticPaths;

/** A manifest as a file, to download or to give to `kubectl apply -f`. */
export const GET: APIRoute<{ manifest: ShownManifest }> = ({ props }) =>
  new Response(props.manifest.source, { headers: { 'content-type': 'application/yaml; charset=utf-8' } });
