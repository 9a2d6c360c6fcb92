#!/usr/bin/env bash
# Part of tests/container.sh: the image "mockportal", built with local images in the place of those that the Dockerfile names.
set -euo pipefail
work=$1
. "$work/buildah.sh"

# A file system with next to nothing in it. Sets container and root.
skeleton() {
  container=$(buildah from scratch)
  root=$(buildah mount "$container")
  mkdir -p "$root"/usr/{bin,sbin,lib,lib64,share} "$root"/{dev,etc,proc,root,run,sys,var/tmp} "$root/home/app"
  mkdir -m 1777 "$root/tmp"
  local folder
  for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
  printf 'root:x:0:0:root:/root:/bin/sh\napp:x:1654:1654::/home/app:/bin/false\n' > "$root/etc/passwd"
  printf 'root:x:0:\napp:x:1654:\n' > "$root/etc/group"
  printf 'hosts: files dns\n' > "$root/etc/nsswitch.conf"
  # Where buildah mounts files of its own, which it could not make below a root that is read-only.
  touch "$root"/etc/{hostname,hosts,resolv.conf} "$root/run/.containerenv"
}

save() { buildah commit --quiet --rm "$container" "$1" >/dev/null; }

# Both SDK and Node: this machine's own programs, mounted while the image is built, with what they know of package sources and
# have of packages already.
tools_image() {
  skeleton
  local name
  for name in PATH SSL_CERT_FILE SSL_CERT_DIR NODE_EXTRA_CA_CERTS NUGET_CERT_REVOCATION_MODE; do
    [ -z "${!name:-}" ] || buildah config --env "$name=${!name}" "$container"
  done
  # In a chroot nobody ends what a step of the build leaves running.
  buildah config --env MSBUILDDISABLENODEREUSE=1 --env UseSharedCompilation=false --env DOTNET_NOLOGO=1 \
    --env DOTNET_CLI_TELEMETRY_OPTOUT=1 "$container"
  save "$1"
}

tools_volumes() {
  local folder file
  printf -- '--volume %s:%s:ro ' /usr /usr /etc/ssl /etc/ssl
  for folder in "$(dirname "$(readlink -f "$(command -v dotnet)")")" "$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")"; do
    case $folder in /usr | /usr/*) ;; *) printf -- '--volume %s:%s:ro ' "$folder" "$folder" ;; esac
  done
  for file in .nuget .npm .npmrc; do [ ! -e "$HOME/$file" ] || printf -- '--volume %s:%s ' "$HOME/$file" "/root/$file"; done
}

# ASP.NET's runtime as the official image has it: the libraries it needs, no shell, and the same environment.
runtime_image() {
  skeleton
  local net ssl file folder
  net=$(dirname "$(readlink -f "$(command -v dotnet)")")
  for folder in "$net"/host/fxr/10.* "$net"/shared/Microsoft.{NETCore,AspNetCore}.App/10.*; do
    mkdir -p "$root/usr/share/dotnet$(dirname "${folder#"$net"}")"
    cp -a "$folder" "$root/usr/share/dotnet${folder#"$net"}"
  done
  # OpenSSL is looked for when it is needed, so no file names it.
  ssl=$(ldconfig -p | awk '$1 == "libssl.so.3" { print $NF; exit }')
  { printf '%s\n' "$ssl"; ldd "$net/dotnet" "$net"/shared/Microsoft.NETCore.App/10.*/*.so "$ssl"; } \
    | awk '$2 == "=>" && $3 ~ /^[/]/ { print $3 } NF < 3 && $1 ~ /^[/].*[.]so[.0-9]*$/ { print $1 }' | grep -v "^$net/" | sort -u \
    | while read -r file; do install -D "$file" "$root$file"; done
  buildah config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin --env APP_UID=1654 \
    --env ASPNETCORE_HTTP_PORTS=8080 --env DOTNET_RUNNING_IN_CONTAINER=true "$container"
  save "$1"
}

tools_image tools
runtime_image runtime
# shellcheck disable=SC2046
buildah build --quiet --format docker $(tools_volumes) --tag mockportal --build-arg NODE_IMAGE=localhost/tools \
  --build-arg SDK_IMAGE=localhost/tools --build-arg RUNTIME_IMAGE=localhost/runtime .
