#!/usr/bin/env bash
# Fills an empty cluster with what the examples that say « output: cluster » name, before `npm run capture`.
# Its cluster must be for trials only, and have a node noeud-1: `minikube start -p noeud-1`.
set -eu
content="$(dirname "$0")/../../content"

# Three Pods of a Deployment with three revisions, from the manifest of a page.
sed 's/namespace: dev/namespace: default/; s/replicas: 2/replicas: 3/; s/nginx:1.28/nginx:1.27/' \
  "$content/objects/manifests/labels.yaml" | kubectl apply -f -
publish() {
  kubectl annotate deployment/boutique --overwrite kubernetes.io/change-cause="$1"
  kubectl rollout status deployment/boutique --timeout=5m
}
publish 'première version'
kubectl set env deployment/boutique NIVEAU=info
publish 'niveau de journal'
kubectl set image deployment/boutique nginx=nginx:1.28
publish 'passage à nginx 1.28'

kubectl apply -f "$content/objects/manifests/namespace.yaml" -f "$content/controllers/manifests/deployment.yaml"
kubectl create pdb boutique --selector=app=boutique --max-unavailable=1
kubectl create priorityclass clients --value=100000 --description='Services face aux clients'
kubectl apply -f - <<'FIN'
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: base }
spec:
  serviceName: base
  selector: { matchLabels: { app: base } }
  template:
    metadata: { labels: { app: base } }
    spec: { containers: [{ name: veille, image: registry.k8s.io/pause:3.10 }] }
---
apiVersion: v1
kind: PersistentVolume
metadata: { name: disque-1 }
spec:
  storageClassName: manuel
  capacity: { storage: 1Gi }
  accessModes: [ReadWriteOnce]
  hostPath: { path: /mnt/disque-1 }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: donnees }
spec:
  storageClassName: manuel
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 1Gi } }
---
# Nothing provides it: it stays Pending.
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: photos }
spec:
  storageClassName: manuel
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 5Gi } }
FIN
kubectl wait --for=condition=Ready pod --all --timeout=5m
