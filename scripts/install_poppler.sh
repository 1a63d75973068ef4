#!/bin/sh
# pdftotext is what `make bench` compares with. Installs it where the system is Debian and we may; else says what to do.
set -eu
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && apt-get install -y -qq poppler-utils >/dev/null
else
    echo "pdftotext is not installed: install poppler-utils (Debian, Ubuntu) or poppler (macOS, Fedora) for the comparison" >&2
fi
