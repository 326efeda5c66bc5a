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

/**
 * Where the changes of a file are listed: `https://gitlab.example/k8s/carnet/-/commits/main/content/objects/pod.mdx`. GitLab,
 * GitHub and Codeberg name the editor `edit` (`_edit`) and the list `commits` in the same place; undefined for another forge.
 * @param prefix as for {@link editAddress}
 */
export function historyAddress(prefix: string | undefined, file: string): string | undefined {
  const [, before, after] = /^(.*)\/_?edit\/(.*)$/.exec(prefix ?? '') ?? [];
  if (before === undefined || after === undefined) return undefined;
  const branch = prefix?.includes('/_edit/') ? `branch/${after}` : after;
  return `${before}/commits/${branch}${file}`;
}
