#!/bin/sh
# Makes what is secret on this box, once: a second run changes nothing. Keep a copy of ./secrets somewhere safe.
set -eu
cd "$(dirname "$0")"
umask 077
[ ! -d secrets ] || { echo "secrets are there already: $(ls secrets | tr '\n' ' ')"; exit 0; }
mkdir secrets.new
random() { head -c 24 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n'; }
# The letter in front: NATS takes digits after the first colon of a URL for a port.
database="s$(random)"; nats="s$(random)"
printf %s "$database" >secrets.new/database-password
printf %s "postgres://office_admin:$database@postgres:5432/office" >secrets.new/database-url
printf %s "nats://office:$nats@nats:4222" >secrets.new/nats-url
printf 'users: [{ user: office, password: "%s" }]\n' "$nats" >secrets.new/nats-users.conf
# Files are handed to containers as they are: each belongs to the user that reads it there.
[ "$(id -u)" != 0 ] || { chown 999:999 secrets.new/database-password; chown 10001:10001 secrets.new/database-url secrets.new/nats-url; }
mv secrets.new secrets
echo "made: $(ls secrets | tr '\n' ' ')"
