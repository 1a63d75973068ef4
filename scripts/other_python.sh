#!/bin/sh
# Prints the newest Python here of those we support that is another than the one given (.venv's); nothing where there is none.
# The same pattern has matched differently in two versions of Python (cpython issue 106052): samples are to be tried under both.
version='import sys; print(sys.version)'
own=$("$1" -c "$version")
shift
[ $# -gt 0 ] || set -- python3.13 python3.12 python3.11
for python in "$@"; do
    if other=$("$python" -c "$version" 2>/dev/null) && [ "$other" != "$own" ]; then
        echo "$python"
        exit
    fi
done
