import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitWords } from '../../scripts/verify/shell-words.ts';
import { checkMinikube } from '../../src/lib/kubectl/check-minikube.ts';

const judge = (line: string): string | undefined =>
  checkMinikube(
    splitWords(line)
      .slice(1)
      .map(({ text }) => text),
  );

const WRONG: readonly (readonly [line: string, said: RegExp])[] = [
  ['minikube strat', /unknown command « strat » \(did you mean start\?\)/],
  ['minikube image lod nginx:1.28', /minikube image: unknown command « lod » \(did you mean load\?\)/],
  ['minikube addons enabled ingress', /unknown command « enabled » \(did you mean enable\?\)/],
  ['minikube start --drivr=docker', /unknown flag: --drivr \(did you mean --driver\?\)/],
  ['minikube start --driver=dockr', /--driver does not take « dockr », but docker, .*\(did you mean docker\?\)/],
  ['minikube start --container-runtime=rkt', /does not take « rkt », but auto, docker, containerd/],
  ['minikube start --memory', /flag needs an argument: --memory/],
  ['minikube start -p', /flag needs an argument: -p/],
  ['minikube start --nodes=trois', /--nodes takes a number, not « trois »/],
  ['minikube stop --schedule=30', /--schedule takes a duration, such as 30m, not « 30 »/],
  ['minikube start essai', /takes no argument, and does not read « essai »/],
  ['minikube status -o yaml', /-o does not take « yaml », but text, json/],
  ['minikube addons enable', /ADDON_NAME must be specified/],
  ['minikube config set driver', /PROPERTY_VALUE must be specified/],
  ['minikube service', /SERVICE, or --all, must be specified/],
  ['minikube service lst', /is read as a name \(did you mean minikube service list\?\)/],
  ['minikube mount ./src', /is not SOURCE:TARGET/],
  ['minikube cp a.txt', /TARGET must be specified/],
  ['minikube tunnel --bind=127.0.0.1', /unknown flag: --bind/],
  ['minikube ip -x', /unknown flag: -x/],
  ['minikube delete --all=oui', /--all takes true or false, not « oui »/],
  ['minikube kubectl get pods -A', /unknown flag: -A/],
  ['minikube profile list --format=json', /unknown flag: --format/],
  ['minikube node delete', /NODE_NAME must be specified/],
];

const RIGHT = [
  'minikube',
  'minikube start',
  'minikube start -d docker -c containerd --cpus=4 -m 8g',
  'minikube start -p essai --nodes 3 --kubernetes-version=v1.35.0',
  'minikube start --addons=ingress,metrics-server --wait=all --wait-timeout=5m30s',
  'minikube start --extra-config=kubelet.max-pods=200 --feature-gates=A=true',
  'minikube start --install-addons=false --dry-run -v=7 --alsologtostderr',
  'minikube stop --all --keep-context-active',
  'minikube stop --schedule=1h30m',
  'minikube delete -p essai --purge',
  'minikube status -o json -l cluster',
  'minikube status -w',
  'minikube status --watch=5s',
  "minikube status --format='{{.Host}}'",
  'minikube dashboard --url --port=8080',
  'minikube ip -n minikube-m02',
  "minikube ssh -n minikube-m02 'docker ps'",
  'minikube ssh -- ls -l /',
  'minikube service web api --url -n dev',
  'minikube service --all',
  'minikube service list -o json',
  'minikube tunnel -c --bind-address=127.0.0.1',
  'minikube addons list --docs',
  'minikube addons enable registry --images=Registry=registry:2',
  'minikube addons disable ingress dashboard',
  'minikube image load a:1 b:1 --overwrite=false',
  'minikube image ls --format table',
  'minikube image list',
  'minikube image build -t app:1 -f Dockerfile .',
  'minikube image save a:1 a.tar',
  'minikube image unload a:1',
  'minikube profile',
  'minikube profile essai',
  'minikube profile list -d',
  'minikube node add --control-plane',
  'minikube logs -f -n 20 --problems',
  'minikube config set memory 8192',
  'minikube mount /src:/dest --type=9p',
  'minikube mount --kill',
  'minikube kubectl -- get pods -A -o wide',
  'minikube docker-env --shell bash -u',
  'minikube pause -A',
  'minikube resume -n default,kube-system',
  'minikube cp a.txt minikube-m02:/tmp/a.txt',
  'minikube update-context',
  'minikube version --short -o json',
  'minikube completion zsh',
  'minikube start --help',
  'minikube help start',
];

test('a minikube line that its command pages do not know is refused, with the nearest right word', () => {
  for (const [line, said] of WRONG) assert.match(judge(line) ?? 'nothing was said', said, line);
});

test('a minikube line that its command pages know is accepted', () => {
  assert.deepEqual(
    RIGHT.flatMap((line) => judge(line) ?? []),
    [],
  );
});
