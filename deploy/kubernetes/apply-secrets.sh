#!/bin/sh
# apply-secrets.sh FOLDER: makes a Secret of each folder that `ops prepare-secrets` wrote, or brings it to what is in there now.
# Whoever runs takes other keys within some minutes, and other passwords at its next start (deploy/README.md).
set -eu
for folder in "${1:?the folder that prepare-secrets wrote}"/*/; do
  name=$(basename "$folder") type=Opaque label=app.kubernetes.io/part-of=property-office
  # CloudNativePG takes its administrator's password from this type, and another one at once where it is told to.
  [ "$name" != database-admin ] || { type=kubernetes.io/basic-auth label=cnpg.io/reload=true; }
  kubectl -n property-office create secret generic "$name" --type="$type" --from-file="$folder" --dry-run=client -o yaml |
    kubectl label --local -f - "$label" -o yaml |
    kubectl apply --server-side --force-conflicts -f -
done
