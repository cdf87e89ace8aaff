# Every target sets up what it needs, on a machine that has make and Python 3.12 or newer, and nothing twice.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8000
JOBS ?= 2

# Dates in the site are those of the last change, so that two builds are alike.
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || date +%s)

BIN := .venv/bin
RUN := $(BIN)/python -m
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
serve: build ## build the site and serve it on this machine (PORT=8000)
	@$(RUN) generator.site.server --port $(PORT)

.PHONY: build
build: setup ## build the site into site/
	@NO_MKDOCS_2_WARNING=1 $(RUN) mkdocs build --quiet

.PHONY: test
test: lint build browser ## check everything: lint, then all tests against the built site
	$(RUN) pytest -n $(JOBS)

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
bench: build browser $(LIGHTHOUSE) ## measure how fast messages are written, beside plain Pyodide and plain Material
	$(RUN) tests.bench

.PHONY: screenshots
screenshots: build browser ## take a picture of every page and state, into build/screenshots/
	$(RUN) tests.browser.screenshots

.PHONY: browser
browser: setup ## find a Chromium for the tests, or install one
	@$(RUN) tests.engines.chromium

.PHONY: lock
lock: setup ## pin the newest packages that pyproject.toml and package.json allow
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.12 --generate-hashes --system-certs \
		--custom-compile-command "make lock" --group dev --output-file requirements.txt pyproject.toml
	$(BIN)/npm install --package-lock-only

.PHONY: clean
clean: ## remove all that was built, installed and cached
	rm -rf site build node_modules tests/bench/lighthouse/node_modules .venv .hypothesis .*_cache

.PHONY: setup
setup: $(PACKAGES) $(NODE_PACKAGES) ## install the pinned Python and Node packages, in this folder alone

$(PACKAGES): requirements.txt
	@$(find_python); "$$python" -m venv --clear .venv
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement $<
	@touch $@

$(NODE_PACKAGES): package-lock.json .npmrc $(PACKAGES)
	@$(BIN)/npm ci --loglevel=error
	@touch $@

$(LIGHTHOUSE): tests/bench/lighthouse/package-lock.json .npmrc $(PACKAGES)
	@$(BIN)/npm ci --loglevel=error --userconfig .npmrc --prefix tests/bench/lighthouse
	@touch $@
