import { installKubectl, whyNoKubectl, type Kubectl } from '../../scripts/kubectl/install.ts';
import { RELEASES } from '../../scripts/kubectl/versions.ts';

/** Why these tests can't run on this machine, for the reader of the log; false when they can. */
export const skip = whyNoKubectl() ?? false;

/** The newest kubectl, fetched once. */
export async function newestKubectl(): Promise<Kubectl> {
  const [kubectl] = await installKubectl(RELEASES.slice(-1));
  if (!kubectl) throw new Error('scripts/kubectl/versions.ts names no release.');
  return kubectl;
}
