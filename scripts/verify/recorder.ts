/**
 * A proxy that the line sets in its environment is not used, and one of the configuration would come before it: when it is
 * not of this machine, kubectl is not run, and the host is kept.
 */
const STOP_AT_PROXIES = `config=\${KUBECONFIG:-$HOME/.kube/config} last=
for word; do
  [[ $last == --kubeconfig ]] && config=$word
  [[ $word == --kubeconfig=* ]] && config=\${word#*=}
  last=$word
done
proxies="\${HTTPS_PROXY:-} \${HTTP_PROXY:-} \${https_proxy:-} \${http_proxy:-}"
setting='proxy-url"?: *"?([^", ]+)' here='^(localhost|127[.][0-9.]+|[[]::1[]])(:|$)'
for file in \${config//:/ }; do
  [[ -f $file && " $* " != *" config "* ]] && while read -r text; do
    [[ $text =~ $setting ]] && proxies+=" \${BASH_REMATCH[1]}"
  done < "$file"
done
for proxy in $proxies; do
  host=\${proxy#*://} host=\${host#*@} host=\${host%%/*}
  [[ $host =~ $here ]] && continue
  printf '%s\\0' "$host" >> "$VERIFY_CALLS/outside"
  echo "the proxy $host is not of this machine" >&2
  exit 1
done`;

/**
 * Stands for kubectl on the PATH: keeps the arguments as the shell gave them, what kubectl said and how it ended,
 * whatever the line does with its output. What `create` and `autoscale` send is binary: a dry run says it first in
 * JSON, for the stand-in to check. `proxy` never ends: it is stopped once it says that it serves.
 */
export const recorder = (bash: string, kubectl: string): string => `#!${bash}
call="$VERIFY_CALLS/$EPOCHREALTIME-$$"
(( $# )) && printf '%s\\0' "$@" > "$call.args" || : > "$call.args"
${STOP_AT_PROXIES}
# Here rather than around the line, which could set them otherwise.
export HTTP_PROXY=$VERIFY_PROXY HTTPS_PROXY=$VERIFY_PROXY NO_PROXY=127.0.0.1,localhost,::1
unset http_proxy https_proxy no_proxy
if [[ " $* " == *" create "* || " $* " == *" autoscale "* ]] && [[ ! " $* " =~ " -f"|" --filename"|" -k"|" --help" ]]; then
  before=("$@") after=()
  for i in "\${!before[@]}"; do
    if [[ "\${before[i]}" == -- ]]; then after=("\${before[@]:i}"); before=("\${before[@]:0:i}"); break; fi
  done
  ${kubectl} "\${before[@]}" --dry-run=client -o json "\${after[@]}" < /dev/null > "$call.json" 2> /dev/null
fi
if [[ " $* " == *" proxy "* && " $* " != *" --help "* ]]; then
  ${kubectl} "$@" > "$call.out" 2> "$call.err" & pid=$!
  for ((wait = 0; wait < 200; wait++)); do
    [[ -s "$call.out" ]] && break
    kill -0 $pid 2>/dev/null || break
    read -rt 0.05 <> <(:)
  done
  if kill $pid 2>/dev/null; then status=0; else wait $pid; status=$?; fi
  cat "$call.out"
else
  [[ " $* " =~ " -f - "|" -f- "|"=- " ]] && cat > "$call.in" && exec < "$call.in"
  ${kubectl} "$@" 2> "$call.err"; status=$?
  # A List, or a type that is not served: kubectl asks for schemas in a form that the stand-in does not have, and need not.
  if [[ $status -ne 0 && $1 != explain && $(< "$call.err") == *"invalid wire-format data"* ]]; then
    [[ -f "$call.in" ]] && exec < "$call.in"
    ${kubectl} "$@" --validate=false 2> "$call.err"; status=$?
  fi
fi
echo $status > "$call.rc"
[[ -s "$call.err" ]] && while IFS= read -r line || [[ $line ]]; do printf '%s\\n' "$line" >&2; done < "$call.err"
exit $status
`;

/**
 * minikube is not run: its arguments are kept, to be checked by its grammar; it prints what a line may need of it, and
 * hands « minikube kubectl » over to kubectl.
 */
export const minikube = (bash: string): string => `#!${bash}
call="$VERIFY_CALLS/$EPOCHREALTIME-$$"
(( $# )) && printf '%s\\0' "$@" > "$call.minikube" || : > "$call.minikube"
case "\${1:-}" in
  kubectl) shift; [[ "\${1:-}" == -- ]] && shift; exec kubectl "$@" ;;
  ip) echo 192.168.49.2 ;;
  service) echo http://192.168.49.2:30080 ;;
esac
`;
