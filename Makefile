# Everything runs in .venv, made from the lock files of requirements/. Needs Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
UV ?= uv
DATA ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help demo test app bench accuracy weights samples picture screenshots reference bom site lock clean

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

demo: $(VENV)/.core ## read, judge and cost the sample backup contract of 600 EUR a year
	@$(BIN)/gardefou check samples/600-euros-par-an.docx --claim 39746.41 || test $$? -eq 1

test: $(VENV)/.dev ## style, types, import rules and tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest

app: $(VENV)/.app ## open the page in a browser, on this machine only
	$(BIN)/gardefou app

bench: $(VENV)/.dev ## measure the speed on this machine
	$(BIN)/python -m benchmarks.speed --write docs/benchmarks.md

accuracy: $(VENV)/.dev ## measure the verdicts on the labelled contracts in DATA
	$(BIN)/python -m benchmarks.accuracy

weights: $(VENV)/.dev ## fit the signals' weights again on the labelled contracts in DATA
	$(BIN)/python -m benchmarks.weights --write

samples: $(VENV)/.dev ## write the sample contracts again from samples/sources
	$(BIN)/python samples/build.py

picture: $(VENV)/.dev ## draw the README's picture again from the demo
	$(BIN)/python docs/make_picture.py

screenshots: $(VENV)/.dev ## draw the pages of the app again (needs Chromium)
	$(BIN)/python -m docs.make_screenshots

reference: $(VENV)/.dev ## write the reference pages again from the clause library
	$(BIN)/python -m docs.make_reference

bom: $(VENV)/.dev ## write the bill of materials and the licences again from the lock file
	$(BIN)/python -m docs.make_bom

site: $(VENV)/.site ## build the documentation site into build/site, in French and English
	$(BIN)/python -m docs.build_site

lock: ## resolve the lock files again (needs uv)
	@command -v $(UV) > /dev/null || { echo "make lock needs uv: $(PYTHON) -m pip install uv"; exit 1; }
	$(LOCK) --extra app --extra cluster --extra parquet --group dev -o requirements/dev.txt
	$(LOCK) --extra app --group build -c requirements/dev.txt -o requirements/app.txt
	$(LOCK) --group build -c requirements/dev.txt -o requirements/core.txt
	$(LOCK) --group build --group site -c requirements/dev.txt -o requirements/site.txt

LOCK = $(UV) pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

clean: ## remove what was made here
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Garde-fou needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

# The stamp is younger than the lock file once its packages are in.
$(VENV)/.%: requirements/%.txt pyproject.toml | $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
