#!/usr/bin/env bash
# Builds the image of the Dockerfile, runs it, and checks what docs/container.md says about it, the call in a real browser
# included. It takes no container engine: buildah builds and runs the image in a chroot, on base images that are put together
# from what this machine has. It takes root, and ends with 77 where it cannot be done.
set -euo pipefail
cd "$(dirname "$0")/.."

skip() { printf 'The container is not tested here: %s.\n' "$1"; exit 77; }

[ "$(uname -s)" = Linux ] || skip 'it takes Linux'
for tool in buildah dotnet node npm curl openssl unshare ip pgrep ldconfig; do
  command -v "$tool" >/dev/null || skip "$tool is missing"
done
[ "$(id -u)" -eq 0 ] || skip 'it takes root'
[ -d node_modules/@playwright/test ] || npm ci --no-audit --no-fund
. tests/find-chromium.sh
find_chromium || skip 'there is no Chromium'

# Everything happens in namespaces of its own: mounts, processes and ports are gone with them, however this ends, and only then
# are the files removed.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
apart() { unshare --mount --propagation private --pid --fork --kill-child --mount-proc "$@"; }
buildah=(buildah --root "$work/storage" --runroot "$work/run" --storage-driver vfs)
printf '%s\n' "export BUILDAH_ISOLATION=chroot TMPDIR=$work" "buildah() { command ${buildah[*]} \"\$@\"; }" > "$work/buildah.sh"

if ! apart bash tests/container/build.sh "$work"; then
  printf 'not ok the image is built\n# pass 0\n# fail 1\n'
  exit 1
fi
apart --net bash tests/container/checks.sh "$work"
