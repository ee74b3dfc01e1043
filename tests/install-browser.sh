#!/bin/sh
# Finds a browser for the tests: one on PATH, else the system's package, else Playwright's own.
set -eu
python=$1
if command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; then
    exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && apt-get install -y -qq chromium >/dev/null && exit 0
fi
exec "$python" -m playwright install chromium
