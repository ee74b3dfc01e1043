#!/bin/sh
# Finds what the tests in a browser need: the shell of Chromium without windows, which needs about 60 % of the work for
# a page, or else any Chromium; the system's package before Playwright's own; and the library without which Playwright's
# Node.js does not start on a bare Debian.
set -eu
python=$1
has() {
    command -v "$1" >/dev/null
}
lacking=
has chromium-headless-shell || lacking=chromium-headless-shell
"$python" -m playwright --version >/dev/null 2>&1 || lacking="$lacking libatomic1"
if [ -z "$lacking" ]; then
    exit 0
fi
if has apt-get && [ "$(id -u)" = 0 ]; then
    # shellcheck disable=SC2086  # several packages
    apt-get update -qq && apt-get install -y -qq $lacking >/dev/null && exit 0
fi
if [ "$lacking" = chromium-headless-shell ] && { has chromium || has chromium-browser || has google-chrome; }; then
    exit 0
fi
exec "$python" -m playwright install --only-shell chromium
