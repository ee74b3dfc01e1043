#!/bin/sh
# Finds what the tests in a browser need: a browser on PATH, else the system's package, else Playwright's own; and the
# library without which Playwright's Node.js does not start on a bare Debian.
set -eu
python=$1
lacking=
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
    lacking=chromium
"$python" -m playwright --version >/dev/null 2>&1 || lacking="$lacking libatomic1"
if [ -z "$lacking" ]; then
    exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    # shellcheck disable=SC2086  # several packages
    apt-get update -qq && apt-get install -y -qq $lacking >/dev/null && exit 0
fi
exec "$python" -m playwright install chromium
