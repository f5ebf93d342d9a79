#!/bin/sh
# volumes.sh out FOLDER:  copies the signed heads of the audit trail and the register of what was destroyed out of their volumes into FOLDER.
# volumes.sh back FOLDER: puts FOLDER/destruction-register/archives.log back into its volume, before a backup is restored.
set -eu
usage() { echo 'volumes.sh out FOLDER: copies audit-heads and destruction-register there; volumes.sh back FOLDER: puts the register back' >&2; exit 2; }
[ $# -eq 2 ] && [ -d "$2" ] || usage
register=destruction-register/archives.log
case "$1" in
  out) ;;
  back) [ -f "$2/$register" ] || { echo "$2/$register is not there" >&2; exit 2; } ;;
  *) usage ;;
esac
in_office() { kubectl -n property-office "$@"; }
name="volumes-$(date -u +%Y%m%d-%H%M%S)-$$"
# The pod of the CronJob `ops`, which has the volumes, waiting instead of running a command; of the register it may write.
waiting='{"spec":{"template":{"spec":{"containers":[{"name":"process","command":["sleep","1800"],"args":null,"volumeMounts":[{"mountPath":"/data/destruction-register","readOnly":false}]}]}}}}'
trap 'rm -f "$2/volumes.tar"; in_office delete job "$name" --wait=false >&2 || true' EXIT
trap 'exit 130' INT TERM
in_office create job --from=cronjob/ops "$name" --dry-run=client -o yaml |
  kubectl patch --local -f - --type=strategic -p "$waiting" -o yaml |
  in_office create -f - >&2
pod() { in_office get pods -l "job-name=$name" -o "jsonpath={.items[0].$1}" 2>/dev/null || true; }
tries=0
until [ "$(pod status.phase)" = Running ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 300 ] || { echo "it does not start: kubectl -n property-office describe pods -l job-name=$name" >&2; exit 2; }
  sleep 1
done
pod=$(pod metadata.name)
if [ "$1" = out ]; then
  # Whole, or not at all; what is written while it is read is there to where it was read. A volume's own lost+found is not the office's.
  in_office exec "$pod" -- sh -c 'tar -C /data --exclude=lost+found --warning=no-file-changed -cf - audit-heads destruction-register || [ $? -eq 1 ]' >"$2/volumes.tar"
  # The register only grows: an office that was begun anew before its register was put back has another, and the copy may be the only one.
  if [ -f "$2/$register" ] && ! tar -xOf "$2/volumes.tar" "$register" | cmp -s -n "$(wc -c <"$2/$register")" - "$2/$register"; then
    echo "$2/$register is no beginning of what is in the volume: nothing was copied; put it back, or copy into another folder" >&2
    exit 1
  fi
  tar -C "$2" -xf "$2/volumes.tar"
else
  tar -C "$2" -cf - "$register" | in_office exec -i "$pod" -- tar -C /data --no-same-owner -xf -
fi
echo "$register: $(in_office exec "$pod" -- sh -c "wc -l </data/$register") lines"
