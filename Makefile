# Every target sets up what it needs, on a machine that has make and Python 3.12 or newer, and nothing twice.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8000
JOBS ?= 2

# What makes the site: mkdocs, or properdocs, which is to take its place.
GENERATOR ?= mkdocs

# Dates in the site are those of the last change, so that two builds are alike.
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || date +%s)

# What Python has compiled once is kept, whatever the machine is set to: the tests start it a thousand times.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
RUN := $(BIN)/python -m
PYTEST := $(RUN) pytest --numprocesses $(JOBS) --dist loadgroup --no-loadscope-reorder
PACKAGES := .venv/installed
NODE_PACKAGES := node_modules/.package-lock.json
LIGHTHOUSE := tests/bench/lighthouse/node_modules/.package-lock.json

# The first Python on this machine that will do, as $$python.
define find_python
for python in $(PYTHON) python3 python3.14 python3.13 python3.12 "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/3.*/bin/python3; do \
	"$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && break; \
	python=; \
done; \
test -n "$$python" || { echo "There is no Python 3.12 or newer with venv here: install one, or name it, as in make PYTHON=/path/to/python3."; exit 1; }
endef

.PHONY: help
help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 10

.PHONY: serve
serve: export SITE_URL ?= http://127.0.0.1:$(PORT)/
serve: $(if $(RELEASE),build,setup) ## serve a draft that follows each change; RELEASE=1: the site as it is published (PORT=8000)
	@$(RUN) $(if $(RELEASE),generator.site.server,generator.site.draft) --port $(PORT)

.PHONY: build
build: setup ## build the site into site/
	@NO_MKDOCS_2_WARNING=1 $(RUN) $(GENERATOR) build

.PHONY: successor
successor: setup ## make the site with ProperDocs too, and say which pages differ
	@$(RUN) tests.site.successor

.PHONY: check
check: $(if $(TYPE),setup,lint) ## check within seconds what needs no site and no browser; TYPE=slug: one message type
	$(if $(TYPE),$(RUN) pytest -q --type "$(TYPE)" tests/prose tests/unit,$(PYTEST) -q --sampled tests/prose tests/unit)

.PHONY: test
test: lint $(if $(filter unit prose,$(PART)),,build) $(if $(filter unit prose site,$(PART)),,chromium) ## check everything; PART=unit, prose, site or browser: that folder
	$(PYTEST) tests/$(PART)

.PHONY: letters
letters: setup ## write the letters of a message type anew, and show the difference (TYPE=slug)
	@$(RUN) tests.prose.letters $(TYPE)

.PHONY: compare
compare: setup ## show which messages differ from those of an earlier revision (SINCE=HEAD)
	@$(RUN) tests.prose.compare $(or $(SINCE),HEAD)

.PHONY: flaky
flaky: build chromium ## run the tests in browsers three times while the machine is busy
	@$(RUN) tests.browser.flaky

.PHONY: preview
preview: setup ## show every draft of a message type in the terminal (TYPE=slug)
	@$(RUN) generator preview $(TYPE)

.PHONY: lint
lint: setup ## check style and types of Python and JavaScript
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/node node_modules/typescript/bin/tsc
	$(BIN)/node node_modules/typescript/bin/tsc --project tsconfig.worker.json

.PHONY: bench
bench: build chromium $(LIGHTHOUSE) ## measure how fast messages are written, beside plain Pyodide and plain Material
	$(RUN) tests.bench

.PHONY: screenshots
screenshots: build chromium ## take a picture of every page and state, into build/screenshots/
	$(RUN) tests.browser.screenshots

.PHONY: chromium
chromium: setup ## find a Chromium for the tests, or install one
	@$(BIN)/python -c "from tests.engines.chromium import provide; provide()"

.PHONY: lock
lock: setup ## pin the newest packages that pyproject.toml and package.json allow
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.12 --generate-hashes --system-certs \
		--custom-compile-command "make lock" --group dev --output-file requirements.txt pyproject.toml
	$(BIN)/npm install --package-lock-only

.PHONY: newest
newest: setup ## take the newest Pyodide too, whatever is pinned, and pin it all
	$(BIN)/npm install --save-exact pyodide@latest
	@$(MAKE) --no-print-directory lock

.PHONY: explore
explore: setup ## try properties on thousands of examples that no run has tried before
	$(PYTEST) --hypothesis-profile explore -m unit tests/unit

.PHONY: clean
clean: ## remove all that was built, installed and cached
	rm -rf site build node_modules tests/bench/lighthouse/node_modules .venv .hypothesis .*_cache

.PHONY: setup
setup: $(PACKAGES) $(NODE_PACKAGES) ## install the pinned Python and Node packages, in this folder alone

$(PACKAGES): requirements.txt
	@test ! -L .venv || { echo ".venv leads to $$(readlink .venv), which other folders may share: run make setup there, or remove the link."; exit 1; }
	@$(find_python); "$$python" -m venv --clear .venv
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement $<
	@touch $@

$(NODE_PACKAGES): package-lock.json .npmrc $(PACKAGES)
	@$(BIN)/npm ci --loglevel=error
	@touch $@

$(LIGHTHOUSE): tests/bench/lighthouse/package-lock.json .npmrc $(PACKAGES)
	@$(BIN)/npm ci --loglevel=error --userconfig .npmrc --prefix tests/bench/lighthouse
	@touch $@
