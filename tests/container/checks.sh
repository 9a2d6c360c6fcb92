#!/usr/bin/env bash
# Part of tests/container.sh: what the image promises. It runs in a network of its own, where the image's ports are free.
set -uo pipefail
work=$1
. "$work/buildah.sh"
pass=0
fail=0
mkdir "$work/volumes"

# One promise: a line, and what the commands wrote when they did not keep it.
check() {
  local name=$1 status; shift
  # Not in an "if": there "set -e" is without effect.
  (set -e; "$@") > "$work/check.log" 2>&1
  status=$?
  if [ "$status" -eq 0 ]; then
    pass=$((pass + 1))
    printf 'ok %s\n' "$name"
  else
    fail=$((fail + 1))
    printf 'not ok %s\n' "$name"
    tail -n 40 "$work/check.log" | sed 's/^/    /'
  fi
}

# Part of what the image says about itself.
image() { buildah inspect --type image mockportal | node -p "JSON.stringify(JSON.parse(require('fs').readFileSync(0)).Docker.config$1)"; }
words() { image "$1" | node -e "for (const word of JSON.parse(require('fs').readFileSync(0))) console.log(word)"; }

# Makes a container, as "docker create --read-only --volume NAME:/data --env …" would. Sets container, root and volume.
create() {
  volume=$work/volumes/$1; shift
  container=$(buildah from --pull-never mockportal)
  root=$(buildah mount "$container")
  local setting
  for setting in "$@"; do buildah config --env "$setting" "$container"; done
  # An engine mounts the volume that is named in the place of the nameless one; buildah would mount that one over it.
  buildah config --volume /data- "$container"
  # A new volume begins as what the image has there, with its owner.
  [ -d "$volume" ] || cp -a "$root/data" "$volume"
  mount --bind "$root" "$root"
  mount -o remount,bind,ro "$root"
  # buildah keeps a file of its own in /run, and removes it when a program ends.
  mount -t tmpfs tmpfs "$root/run"
}

# Runs a program in the container: what "docker exec" does.
in_container() { buildah run --volume "$volume:/data" "$container" -- "$@" < /dev/null; }

# What "docker start" does. Sets runner; output and exit code go to files.
start() {
  local entrypoint
  mapfile -t entrypoint < <(words .Entrypoint)
  { in_container "${entrypoint[@]}" > "$work/output" 2>&1; printf '%s\n' "$?" > "$work/code"; } &
  runner=$!
}

# The program itself, below those that put it into the chroot.
program() {
  local process=$runner child
  while child=$(pgrep -P "$process" | head -n 1) && [ -n "$child" ]; do process=$child; done
  printf '%s\n' "$process"
}

# What "docker stop" does.
stop() {
  kill -TERM "$(program)"
  tail --pid "$runner" --sleep-interval 0.02 --follow /dev/null
  [ "$(cat "$work/code")" -eq 0 ]
}

fails() { if "$@"; then return 1; fi; }

ask() { curl --silent --show-error --fail-with-body --max-time 20 "$@"; }

# The environment of a service of compose.yaml, a NAME=value a line.
composed() {
  awk -v service="  $1:" '/^ ? ?[^ ]/ { inside = $0 == service } /^    [^ ]/ { environment = /environment:/ }
    inside && environment && /^      [A-Z]/ { sub(/^ +/, ""); sub(/: /, "="); gsub(/"/, ""); print }' compose.yaml
}

# --- what is promised

says_what_an_engine_has_to_know() {
  [ "$(image .User)" = '"1654:1654"' ]
  [ "$(image .Volumes)" = '{"/data":{}}' ]
  [ "$(image .ExposedPorts)" = '{"5080/tcp":{},"5081/tcp":{}}' ]
}

is_small() {
  buildah push --quiet --compression-format gzip mockportal "oci:$work/oci"
  size=$(($(du --bytes --summarize "$work/oci/blobs" | cut -f 1) / 1000000))
  printf '%s\n' "$size" > "$work/size"
  [ "$size" -le 130 ]
}

takes_commands() { in_container /app/MockPortal version | grep '^MockPortal '; }

refuses_a_wrong_setting() {
  local code=0
  in_container /app/MockPortal --Calling:Seat=perhaps || code=$?
  [ "$code" -eq 2 ]
}

health() {
  local test
  mapfile -t test < <(words .Healthcheck.Test)
  [ "${test[0]}" = CMD ]
  in_container "${test[@]:1}"
}

is_not_healthy_before_it_runs() {
  local code=0
  health || code=$?
  [ "$code" -eq 5 ]
}

ready() { in_container /app/MockPortal wait --timeout 60s ${1:+--url "$1"}; }

says_where_it_is_and_nothing_else() {
  diff - "$work/output" <<END
MockPortal      http://localhost:5080
Demo softphone  http://localhost:5081/
Database        /data/mockportal.db
END
}

is_reached_from_outside() {
  ask -H 'Host: localhost:5080' http://127.0.0.2:5080/livez
  ask -H 'Host: localhost:5081' http://127.0.0.2:5081/ | grep -i softphone
  ask -H 'Host: localhost:5081' http://127.0.0.2:5081/sdk/main.js | grep -c .
}

refuses_unknown_names() { fails ask -H 'Host: elsewhere.example:5080' http://127.0.0.2:5080/livez; }

is_not_root() { grep -P '^Uid:\t1654\t1654\t1654\t1654$' "/proc/$(program)/status"; }

writes_to_its_volume_only() {
  fails touch "/proc/$(program)/root/app/x"
  fails touch "/proc/$(program)/root/tmp/x"
  ls "$volume/mockportal.db"
}

passes_the_examples() { node node_modules/@playwright/test/cli.js test --config tests/examples "$@"; }

keeps() {
  local token
  token=$(in_container /app/MockPortal portal create --name Kept --json | node -p "JSON.parse(require('fs').readFileSync(0)).accessToken")
  ask http://localhost:5080/crm/v3/objects/contacts -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    -d '{"properties": {"lastname": "Enduring"}}'
}

# An event stream is open: it must not hold up the end.
ends_at_once() {
  local line stream began
  exec {stream}< <(curl --silent --no-buffer http://localhost:5080/api/portals/20260001/events)
  read -r -t 20 line <&"$stream"
  began=$EPOCHREALTIME
  stop
  printf 'It took %d ms.\n' $(((${EPOCHREALTIME/./} - ${began/./}) / 1000))
  [ $((${EPOCHREALTIME/./} - ${began/./})) -le 2000000 ]
}

kept() {
  local id
  id=$(in_container /app/MockPortal portal list --json | node -p "JSON.parse(require('fs').readFileSync(0)).find(one => one.name === 'Kept').portalId")
  ask "http://localhost:5080/contacts/$id/objects/0-1?q=Enduring" | grep Enduring
}

speaks_https_with_a_certificate_it_makes() {
  ask --insecure https://localhost:5080/livez
  ask --insecure https://localhost:5081/ | grep -i softphone
  [ "$(stat -c '%u %a' "$volume/https.pfx")" = '1654 600' ]
}

speaks_https_with_a_certificate_it_is_given() { ask --cacert "$work/portal.crt" https://localhost:5080/livez; }

# --- in the order of a container's life

ip link set lo up
create first
check 'the image says what an engine has to know: a user who is not root, one volume, two ports' says_what_an_engine_has_to_know
check 'it is at most 130 MB compressed' is_small
check 'the commands of the program work in it' takes_commands
check 'a wrong setting ends it with code 2' refuses_a_wrong_setting
check 'the health check fails with code 5 before the portal runs' is_not_healthy_before_it_runs
start
check 'the portal becomes ready' ready
check 'the health check succeeds' health
check 'it says where it is, and nothing else' says_where_it_is_and_nothing_else
check 'both ports are reached from outside, under the name localhost' is_reached_from_outside
check 'names it does not know are refused' refuses_unknown_names
check 'it does not run as root' is_not_root
check 'its root is read-only, and it writes to its volume' writes_to_its_volume_only
check 'the examples of the cookbook pass against it, in a browser' passes_the_examples
check 'records are made' keeps
check 'SIGTERM ends it within 2 s, with code 0' ends_at_once

create first
start
check 'another container with the same volume becomes ready' ready
check 'and has the data of the first' kept
stop

create second Kestrel__Endpoints__Portal__Url=https://*:5080 Kestrel__Endpoints__Softphone__Url=https://*:5081
start
check 'with https it becomes ready' ready
check 'its certificate is made, and kept in the volume for its user alone' speaks_https_with_a_certificate_it_makes
check 'the health check succeeds over https' health
stop

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost -keyout "$work/portal.key" -out "$work/portal.crt" 2> /dev/null
create third Kestrel__Endpoints__Portal__Url=https://*:5080 \
  Kestrel__Certificates__Default__Path=/data/portal.crt Kestrel__Certificates__Default__KeyPath=/data/portal.key
install --owner 1654 --mode 400 "$work"/portal.{crt,key} "$volume"
start
check 'with a certificate that it is given it becomes ready' ready
check 'and shows it' speaks_https_with_a_certificate_it_is_given
stop

mapfile -t settings < <(composed portal)
create composed "${settings[@]}"
start
portal=$runner
mapfile -t settings < <(composed widget)
create widget "${settings[@]}"
start
check 'the portal of compose.yaml becomes ready' ready http://localhost:5080
check 'its widget too, in a container of its own' ready http://localhost:5082
check 'and takes the calls' passes_the_examples outbound
stop
runner=$portal
stop

printf 'The image is %s MB compressed.\n' "$(cat "$work/size")"
printf '# pass %d\n# fail %d\n' "$pass" "$fail"
[ "$fail" -eq 0 ]
