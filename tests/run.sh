#!/usr/bin/env bash
# The one test command: installs what is missing, builds, checks the style, runs every test, and ends with one line
# "N passed, N failed". Each check of style counts as a test. What uses one core runs beside something else.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
. tests/find-chromium.sh
configuration=${CONFIGURATION:-Debug}
passed=0
failed=0
logs=$(mktemp -d)
output=$logs/counted
failures=$logs/failures
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$logs"' EXIT

# What failed is said again at the end: above it are thousands of lines.
finish() {
  if [ -s "$failures" ]; then say Failed; cat "$failures"; fi
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
  exit
}

say() { printf '\n== %s\n' "$*"; }

# A step whose success counts as one passed test. With "must" nothing after it makes sense when it fails.
step() {
  local must=
  if [ "$1" = must ]; then must=1; shift; fi
  local name=$1; shift
  say "$name"
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf '%s failed\n' "$name" | tee -a "$failures"
    [ -z "$must" ] || finish
  fi
}

# What a runner ends with that cannot run on this machine, and has said why.
cannot_run=77

# A test runner's own counts: the last number after each of its words. A runner that counted nothing has failed.
run_tests() {
  local name=$1 pass_word=$2 fail_word=$3; shift 3
  say "$name"
  "$@" 2>&1 | tee "$output"
  local status=${PIPESTATUS[0]} pass fail
  [ "$status" -ne "$cannot_run" ] || return 0
  pass=$(sed -nE "s/^[^[:alnum:]]*$pass_word:? +([0-9]+).*/\1/p" "$output" | tail -n 1)
  fail=$(sed -nE "s/^[^[:alnum:]]*$fail_word:? +([0-9]+).*/\1/p" "$output" | tail -n 1)
  if [ "$status" -ne 0 ] && [ "${fail:-0}" -eq 0 ] || [ "${pass:-0}" -eq 0 ]; then fail=$((${fail:-0} + 1)); fi
  passed=$((passed + ${pass:-0}))
  failed=$((failed + ${fail:-0}))
  [ "${fail:-0}" -eq 0 ] || named_failures "$name" >>"$failures"
}

# The names of the tests that failed, from what the runner printed, or that it failed without naming one.
named_failures() {
  sed -E 's/\x1b\[[0-9;]*m//g; s/\r$//' "$output" | sed -nE "s/^ *(failed|not ok [0-9]+ -) +(.*)/$1: \2/p" | grep . || printf '%s failed\n' "$1"
}

# Begins something that runs beside what follows, under a name of one word. After "wait", "result" stands for it.
begin() {
  local name=$1; shift
  { "$@" >"$logs/$name" 2>&1; echo $? >"$logs/$name.status"; } &
}

result() {
  cat "$logs/$1"
  return "$(cat "$logs/$1.status")"
}

need() {
  command -v "$1" >/dev/null || { printf '%s is missing: %s\n' "$1" "$2" | tee -a "$failures"; failed=1; finish; }
}

# With apt where that is possible: the one without windows is all it takes, and costs half the time.
fetch_chromium() {
  if find_chromium || [ "$(id -u)" -ne 0 ] || ! command -v apt-get; then return; fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq chromium-headless-shell || apt-get install -y -qq chromium
}

install_chromium() {
  find_chromium && return 0
  # Playwright brings its driver, node included; the browser it downloads is found without being named.
  say 'Installing Chromium with Playwright'
  local driver node
  driver=$(echo tests/MockPortal.BrowserTests/bin/"$configuration"/net*/.playwright)
  node=$(find "$driver/node" -type f -name 'node*' | head -n 1)
  "$node" "$driver/package/cli.js" install chromium
}

# The build alone installs no more than the demo softphone's SDK: what only tests need tells whether all is there.
install_npm_packages() {
  [ -d node_modules/typescript ] && [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund
}

need dotnet 'install the .NET 10 SDK'
need node 'install Node.js 20 or newer'
need npm 'install Node.js 20 or newer, npm comes with it'

begin chromium fetch_chromium
step must 'npm packages' install_npm_packages
begin style npm run --silent check
step must 'Build' dotnet build --configuration "$configuration" --verbosity quiet
begin format dotnet format --verify-no-changes --no-restore
begin code npm test --silent
run_tests 'Engine, API, data' succeeded failed \
  dotnet test --project tests/MockPortal.Tests --configuration "$configuration" --no-build
wait
step 'tsc and eslint' result style
step 'dotnet format' result format
run_tests 'Browser code' pass fail result code
step must 'Chromium' install_chromium
run_tests 'Browser' succeeded failed \
  dotnet test --project tests/MockPortal.BrowserTests --configuration "$configuration" --no-build
run_tests 'Container' pass fail tests/container.sh
finish
