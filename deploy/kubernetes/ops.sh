#!/bin/sh
# ops.sh COMMAND …: what `npm run ops -- COMMAND …` is on a box, as a job in the cluster (the CronJob `ops` with these arguments). Says what the command
# says, and ends with its code. Whoever decides something says who they are by --by NAME: the audit trail knows the job as `office`.
set -eu
[ $# -gt 0 ] || { echo 'ops.sh COMMAND …: as npm run ops -- COMMAND …' >&2; exit 2; }
name="ops-$(date -u +%Y%m%d-%H%M%S)-$$"
args='"ops"'
for each in "$@"; do args="$args,\"$(printf %s "$each" | sed 's/[\\"]/\\&/g')\""; done
kubectl -n property-office create job --from=cronjob/ops "$name" --dry-run=client -o yaml |
  kubectl patch --local -f - --type=json -p "[{\"op\":\"replace\",\"path\":\"/spec/template/spec/containers/0/args\",\"value\":[$args]}]" -o yaml |
  kubectl -n property-office create -f - >&2
status() { kubectl -n property-office get pods -l "job-name=$name" -o "jsonpath={.items[0].status.$1}" 2>/dev/null || true; }
tries=0
while case "$(status phase)" in Running | Succeeded | Failed) false ;; esac; do
  tries=$((tries + 1))
  [ "$tries" -lt 300 ] || { echo "it does not start: kubectl -n property-office describe pods -l job-name=$name" >&2; exit 2; }
  sleep 1
done
kubectl -n property-office logs --follow "job/$name" || true
code() { status 'containerStatuses[0].state.terminated.exitCode'; }
conditions() { kubectl -n property-office get job "$name" -o 'jsonpath={.status.conditions[?(@.status=="True")].type}' 2>/dev/null || echo gone; }
while code=$(code) && [ -z "$code" ]; do
  # Its time was up, or somebody deleted it: its pod is gone, and with it the code.
  case "$(conditions)" in
    *Failed* | gone) code=$(code); [ -n "$code" ] && break; echo "the job $name did not end by itself: it ran too long, or was deleted" >&2; exit 2 ;;
  esac
  sleep 1
done
exit "$code"
