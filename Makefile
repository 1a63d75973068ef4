# Two commands are all the set-up: `make extract` and `make test`. Both install what they need into .venv first.

PYTHON ?= $(shell scripts/find_python.sh)
VENV := .venv
BIN := $(VENV)/bin
REPORT ?= samples/english-dump/report.txt
OTHER := tests/test_samples.py tests/test_promises.py tests/clean tests/read
OUT ?= out/$(shell name="$$(basename "$(REPORT)")"; echo "$${name%.*}").json

.PHONY: extract test other chaos lint types layers check bench eval schema samples places golden constraints clean help

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

extract: $(VENV)/.installed  ## extract REPORT=report.pdf (a sample by default) to OUT=out.json
	@mkdir -p "$$(dirname "$(OUT)")"
	$(BIN)/profile-extract extract "$(REPORT)" -o "$(OUT)"
	@echo "written: $(OUT)"

test: $(VENV)/.installed-dev  ## run the tests
	$(BIN)/pytest -n auto $(PYTEST)

other: $(VENV)/.installed-dev  ## run the tests that a version of Python may change, under another one if there is one here
	@other=$$(scripts/other_python.sh $(BIN)/python); \
	if [ -z "$$other" ]; then echo "no other Python here: nothing is tested under one"; \
	else $(MAKE) test VENV=.venv-other PYTHON=$$other PYTEST="$(OTHER)"; fi

chaos: $(VENV)/.installed-dev  ## a hundred kills of a run over many reports (make test has twenty)
	PROFILE_EXTRACT_KILLS=100 $(BIN)/pytest tests/run/test_chaos.py $(PYTEST)

lint: $(VENV)/.installed-dev  ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev  ## types, strictly
	$(BIN)/mypy

layers: $(VENV)/.installed-dev  ## which room may import which
	$(BIN)/lint-imports

check: lint types layers test  ## all of the above

bench: $(VENV)/.installed-dev  ## reading against other programs on the same files
	@command -v pdftotext >/dev/null || scripts/install_poppler.sh
	$(BIN)/python benchmarks/bench.py $(BENCH)

eval: $(VENV)/.installed  ## the output of all reports with gold, measured against the floors (EVAL=--update-baseline raises them)
	$(BIN)/python benchmarks/eval.py $(EVAL)
	$(BIN)/python benchmarks/made.py $(filter --update-baseline,$(EVAL))

schema: $(VENV)/.installed-dev  ## write schemas/ from the models
	$(BIN)/profile-extract schema > schemas/report-1.0.schema.json

samples: $(VENV)/.installed-dev  ## make the samples' reports again
	for made in samples/*/make.py; do $(BIN)/python "$$made"; done

golden: $(VENV)/.installed-dev  ## write the samples' expected output again (look at the difference!)
	$(BIN)/pytest tests/test_samples.py --update-golden

places: $(VENV)/.installed-dev  ## build the place names again
	$(BIN)/python scripts/build_places.py

constraints: $(VENV)/.installed-dev  ## pin the versions that CI installs
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra dev --no-annotate --no-header \
		--output-file constraints.txt --upgrade pyproject.toml

clean:  ## remove what the other targets made
	rm -rf $(VENV) .venv-other out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version) if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.installed
