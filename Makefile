# Two commands on a fresh machine: `make site` and `make test`. Python 3.11+ and make are all they assume.
PYTHON ?= python3
export NO_MKDOCS_2_WARNING := 1
VENV := .venv
BIN := $(VENV)/bin
BUILDERS := $(VENV)/builders
export BACKGROUNDER_ZENSICAL := $(CURDIR)/$(BUILDERS)/zensical/bin/zensical
export BACKGROUNDER_PROPERDOCS := $(CURDIR)/$(BUILDERS)/properdocs/bin/properdocs
CHECKERS := $(VENV)/checkers
export BACKGROUNDER_CHECKERS := $(CURDIR)/$(CHECKERS)
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup site serve test quality accuracy bench lock clean browser builders checkers

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## make the virtual environment from the lock file

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Backgrounder needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q -j 0 $(VENV) generator >/dev/null || true
	@touch $@

site: $(READY) ## build the site into site/ and check it against its sources
	$(BIN)/mkdocs build --strict
	$(BIN)/backgrounder verify site
	@echo "Open $(CURDIR)/site/index.html"

serve: $(READY) ## preview the site at http://127.0.0.1:8000 while you edit
	$(BIN)/mkdocs serve

test: $(READY) browser builders checkers quality ## run all tests, those in a real browser included
	$(BIN)/pytest

quality: $(READY) ## lint, format and type checks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

builders: $(BUILDERS)/zensical/.ready $(BUILDERS)/properdocs/.ready # other builders that the exported pages are tried with

$(BUILDERS)/%/.ready: tools/builders/%.lock | $(READY)
	$(PYTHON) -m venv $(BUILDERS)/$*
	$(BUILDERS)/$*/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

checkers: $(CHECKERS)/.ready # the W3C's HTML checker and schema.org's vocabulary, pinned; a web server
	@$(BIN)/python tools/programs.py java nginx

$(CHECKERS)/.ready: tools/checkers/package-lock.json | $(READY)
	@$(BIN)/python tools/programs.py npm
	mkdir -p $(CHECKERS)
	cp tools/checkers/package.json tools/checkers/package-lock.json $(CHECKERS)
	npm ci --prefix $(CHECKERS) --ignore-scripts --no-audit --no-fund --silent
	@touch $@

browser: $(READY)
	@$(BIN)/python tools/browser.py

accuracy: $(READY) ## score the analysis on the development corpora where they are present
	$(BIN)/python -m tools.accuracy

bench: $(READY) ## measure what the generator adds to MkDocs, and write docs/speed.md (takes an hour)
	$(BIN)/python -m tools.bench

lock: ## pin every dependency anew, with hashes (needs uv)
	uv pip compile pyproject.toml --extra dev --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements.lock

clean: ## remove what was built, not the environment
	rm -rf site .cache dist build
