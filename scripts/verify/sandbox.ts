import { accessSync, constants } from 'node:fs';
import { chmod, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { minikube, recorder } from './recorder.ts';

/** The programs that a documented line may use beside kubectl: what every system has, and none that reaches a network. */
const TOOLS =
  'awk base64 basename bash cat chmod column comm cp cut date diff dirname env expr false find fold gzip gunzip head id join less ln ls md5sum mkdir mktemp more mv nl od paste pr printf pwd readlink realpath rev rm rmdir sed seq sh sha256sum sort stat tac tail tar tee test touch tr true uname uniq wc which whoami yes zcat';
/** Programs that exist elsewhere and are not run here: what they are given is read, and they end well. */
export const NOT_RUN: readonly string[] =
  'ab ansible argocd aws az bat bc brew chocolatey choco crictl curl dig docker etcdctl fzf git go gpg host hostname htpasswd http istioctl k9s kind krew kubeadm kubectx kubelet kubens make nc netstat node npm nslookup open openssl ping podman python python3 pip scp sleep snap ssh ssh-keygen ss stern systemctl journalctl tree ufw watchexec wget winget xdg-open apt apt-get dnf yum zsh fish pbcopy xclip apk clear conftest cosign crane df dot du eksctl file flux free fx gcloud graph gum hey hexdump java k3d k3s k6 kill kubecolor kubeconform kubeseal kubeval kyverno lsof mysql nerdctl nproc oc pgrep perl php pkill printenv ps psql pv redis-cli rg ruby skaffold skopeo strace strings tcpdump terraform tilt top trivy vault velero wrk xxd'.split(
    ' ',
  );

/** A folder that holds what every run of a kubectl needs. */
export interface Sandbox {
  /** The folder for all, to be removed at the end. */
  readonly root: string;
  /** For `PATH`: the only programs that a line finds. */
  readonly bin: string;
  /** Where the shell begins. */
  readonly rc: string;
  /** What kubectl learns of the API, kept from one line to the next. */
  readonly cache: string;
}

/**
 * Makes the folder in which lines are run with one kubectl.
 * @param kubectl absolute path of the program
 */
export async function makeSandbox(kubectl: string): Promise<Sandbox> {
  const root = await mkdtemp(join(tmpdir(), 'verify-'));
  const bin = join(root, 'bin');
  const rc = join(root, 'rc');
  await mkdir(bin);
  for (const tool of TOOLS.split(' ')) {
    const path = findProgram(tool);
    if (path) await symlink(path, join(bin, tool));
  }
  const bash = findProgram('bash') ?? '/bin/bash';
  await writeProgram(join(bin, 'kubectl'), recorder(bash, kubectl));
  await writeProgram(join(bin, 'minikube'), minikube(bash));
  for (const [name, body] of Object.entries(STUBS)) await writeProgram(join(bin, name), `#!${bash}\n${body}`);
  for (const name of ['grep', 'egrep', 'fgrep']) await writeProgram(join(bin, name), lenientGrep(bash, name));
  for (const runner of ['watch', 'sudo', 'time', 'timeout', 'nohup'])
    await writeProgram(join(bin, runner), runRest(bash));
  // An editor that changes nothing; a plugin, which `kubectl plugin list` finds.
  for (const program of ['code', 'emacs', 'nano', 'vi', 'vim', 'kubectl-salut'])
    await writeProgram(join(bin, program), `#!${bash}\n`);
  await writeFile(rc, ON_MISSING_PROGRAM);
  return { root, bin, rc, cache: join(root, 'cache') };
}

function findProgram(name: string): string | undefined {
  for (const folder of ['/usr/bin', '/bin', ...(process.env.PATH ?? '').split(delimiter)]) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Look in the next folder.
    }
  }
  return undefined;
}

async function writeProgram(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  await chmod(path, 0o755);
}

const PRINT_MANIFEST = `printf '%s' '${JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'boutique' } })}'\n`;
/** Gives on what comes in, or the files that are named. */
const PASS_ON = `for arg; do [[ -f "$arg" ]] && cat "$arg" && exit; done\n[[ -t 0 ]] || cat\n`;

/** Programs of others whose output a line hands over to kubectl: what they print is plausible, they are not run. */
const STUBS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['helm', 'kustomize', 'jsonnet', 'kompose', 'ytt'].map((name) => [name, PRINT_MANIFEST])),
  ...Object.fromEntries(['envsubst', 'yq', 'sops'].map((name) => [name, PASS_ON])),
  // With -r, names are asked for; else, JSON comes in and goes out.
  jq: `[[ -t 0 ]] || input=$(cat)\ncase " $* " in *" -r"*|*" --raw-output"*) echo boutique ;; *namespace*) ${findProgram('sed') ?? 'sed'} '/"namespace":/d' <<< "\${input-}" ;; *) printf '%s\\n' "\${input-}" ;; esac\n`,
  // Of an empty list, the real one would make a command without its names.
  xargs: `input=$(cat); [[ $input =~ [^[:space:]] ]] || input=boutique\nprintf '%s\\n' "$input" | ${findProgram('xargs') ?? 'xargs'} "$@"\n`,
};

/** The pretend cluster has no Pod in the state that is looked for: the last line stands for it. */
const lenientGrep = (bash: string, name: string): string => `#!${bash}
real=${findProgram('grep') ?? 'grep'}${{ egrep: ' -E', fgrep: ' -F' }[name] ?? ''}
[[ -p /dev/stdin ]] || exec $real "$@"
input=$(cat)
found=$(printf '%s\\n' "$input" | $real "$@"); status=$?
if [[ $status -eq 1 && ! " $* " =~ " -"[a-z]*[qcv] ]]; then found=\${input##*$'\\n'} status=0; fi
[[ $found ]] && printf '%s\\n' "$found"
exit $status
`;

/** \`watch -n 2 kubectl get pods\`: runs what follows its own options, once. */
const runRest = (bash: string): string => `#!${bash}
while [[ "\${1:-}" == -* || "\${1:-}" =~ ^[0-9.]+[smh]?$ ]]; do shift; done
if [[ $# -eq 1 ]]; then eval "$1"; else "$@"; fi
`;

const ON_MISSING_PROGRAM = `command_not_found_handle() {
  case " ${NOT_RUN.join(' ')} " in *" $1 "*) [[ -p /dev/stdin ]] && cat > /dev/null; return 0 ;; esac
  printf '%s\\0' "$1" >> "$VERIFY_CALLS/missing"
  echo "bash: $1: command not found" >&2
  return 127
}
`;
