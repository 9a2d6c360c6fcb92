# To be sourced. Finds an installed Chromium for the tests and says which in MOCKPORTAL_CHROMIUM; fails where there is none.
find_chromium() {
  [ -n "${MOCKPORTAL_CHROMIUM:-}" ] && return 0
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null; then MOCKPORTAL_CHROMIUM=$(command -v "$name"); export MOCKPORTAL_CHROMIUM; return 0; fi
  done
  return 1
}
