/**
 * Where a file is edited: `editAddress('https://gitlab.example/k8s/carnet/-/edit/main/', 'content/objects/pod.mdx')`.
 * @param prefix the EDIT_URL of the environment: the address of the editor up to the file's path; absent, no page offers it
 * @throws Error naming the variable and its form when it is not an address that a path can follow
 */
export function editAddress(prefix: string | undefined, file: string): string | undefined {
  if (!prefix) return undefined;
  if (!/^https?:\/\/[^\s?#]+\/$/.test(prefix))
    throw new Error(
      `EDIT_URL : « ${prefix} » n'est pas une adresse à laquelle ajouter un chemin.\n  → écrivez-la de https:// à « / » : https://gitlab.example/equipe/carnet/-/edit/main/ ou https://github.com/equipe/carnet/edit/main/`,
    );
  return prefix + file;
}
