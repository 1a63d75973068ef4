#!/bin/sh
# Prints the Python that .venv is made with: the first that is new enough, can make environments and was built with
# profile-guided optimisation, as distributions and python.org build it; else python3, whatever it is. One compiled here
# without that (pyenv's default) takes 1.2 times as long for the same work. Other candidates may be given as arguments.
# Later versions than 3.13 are left to PYTHON=: nothing here has been tried under them.
fits='
import sys, sysconfig, venv, ensurepip
is_optimised = "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or "") or sys.base_prefix == "/usr"
sys.exit(not (is_optimised and (3, 11) <= sys.version_info[:2] <= (3, 13)))
'
[ $# -gt 0 ] || set -- python3 /usr/bin/python3 /usr/local/bin/python3
for python in "$@"; do
    if "$python" -c "$fits" >/dev/null 2>&1; then
        echo "$python"
        exit
    fi
done
echo python3
