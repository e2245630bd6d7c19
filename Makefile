# Two commands, each sets itself up and does again only what has changed:
#
#   make run      serve Skyddsprocessen with demo cases (SKYDD_DATABASE_URL, SKYDD_HOST and PORT pass through)
#   make test     everything: style, types, import contracts, and all tests on both databases and in a browser
#
# For work on it: make format · make check · make test TESTS="tests/web -k login" · make front
#                 make walks (2,000 random cases) · make docs (the process book, to docs/processer/)
#                 make bench (what is promised of speed and size, measured; BENCH="--repetitions 9")
#                 make lock (newer versions of what we build on) · make clean
#                 make audit (known faults of what we build on, secrets in git) · make sbom (what that is, to var/)

PYTHON ?= python3
TESTS ?=
BENCH ?=
WORKERS ?= 2
AUDIT_TOOLS := pip-audit==2.10.1 detect-secrets==1.5.0 cyclonedx-bom==7.5.0
RECORDING := var/features.json

BIN := .venv/bin
NODE_PATHS := PATH="$(CURDIR)/.venv/bin:$$PATH"
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:
.PHONY: run test walks bench setup docs front browser check format lock audit sbom clean

run: setup
	@$(BIN)/skydd migrate
	@$(MAKE) docs
	@$(BIN)/skydd demo --if-empty
	@SKYDD_DEMO=yes exec $(BIN)/skydd serve

test: setup browser check
	@$(BIN)/python -m pytest --numprocesses=$(WORKERS) --dist=worksteal $(if $(TESTS),$(TESTS),--recording=$(RECORDING))
	@$(if $(TESTS),,$(BIN)/skydd trace --quiet --from $(RECORDING))
	@$(if $(TESTS),,$(BIN)/skydd coverage --quiet --from $(RECORDING))

walks: setup
	@SKYDD_WALKS=2000 exec $(BIN)/python -m pytest --numprocesses=$(WORKERS) tests/engine/test_case_walks.py

bench: setup
	@exec $(BIN)/python -m bench $(BENCH)

check: setup
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: .venv/.packages
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

browser: .venv/.packages
	@$(BIN)/python -m tests.ensure_browser

setup: .venv/.project front

front: web/static/dist/version

docs: docs/processer/processer.pdf

docs/processer/processer.pdf: $(wildcard processes/* processes/forms/* engine/book/* engine/bpmn/drawing/*) | setup
	@$(BIN)/skydd book

# The umask: PostgreSQL does not run as root, so what it is made of must be readable to others.
.venv/.packages: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Skyddsprocessen needs Python 3.11 or newer, and '$(PYTHON)' is not. Name one: make PYTHON=python3.11" >&2; exit 1; }
	@echo "Installing Python packages into .venv (a minute or two, once) ..."
	@umask 022; $(BIN)/python -m pip --version >/dev/null 2>&1 || \
	  $(PYTHON) -m venv --clear .venv >/dev/null 2>&1 || \
	  { $(PYTHON) -m venv --clear --without-pip .venv && \
	    $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }
	@umask 022; $(PIP) install --only-binary :all: --requirement requirements.lock
	@touch $@

.venv/.project: .venv/.packages pyproject.toml $(wildcard engine/__init__.py web/__init__.py)
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(PIP) check
	@touch $@

node_modules/.installed: package-lock.json package.json .npmrc | .venv/.packages
	@echo "Installing front-end packages into node_modules ..."
	@$(NODE_PATHS) npm ci --loglevel=error
	@touch $@

web/static/dist/version: node_modules/.installed web/frontend $(wildcard web/frontend/* web/frontend/*/*)
	@echo "Building the front end ..."
	@$(NODE_PATHS) node web/frontend/build.mjs

lock: .venv/.packages
	@$(PYTHON) -m venv --clear .venv/lock
	@.venv/lock/bin/python -m pip install --quiet pip-tools
	@.venv/lock/bin/pip-compile --quiet --upgrade --extra=dev --build-deps-for=editable --allow-unsafe \
	  --strip-extras --annotation-style=line --no-header --no-emit-options --no-emit-index-url \
	  --no-emit-find-links --no-emit-trusted-host --output-file=requirements.lock pyproject.toml
	@$(NODE_PATHS) npm update --package-lock-only

# Each part runs, whatever the others found. That an advisory service did not answer is not a pass: nothing is known then.
audit: .venv/audit/.made
	@failed=; \
	echo "Known faults in requirements.lock ..."; \
	.venv/audit/bin/pip-audit --strict --no-deps --disable-pip --requirement requirements.lock || failed="$$failed requirements.lock"; \
	echo "Known faults in package-lock.json ..."; \
	$(NODE_PATHS) npm audit --package-lock-only --audit-level=low || failed="$$failed package-lock.json"; \
	echo "Secrets in git ..."; \
	git ls-files -z -- . ':!*-lock.json' ':!*.lock' ':!.secrets.baseline' | \
	  xargs -0 .venv/audit/bin/detect-secrets-hook --baseline .secrets.baseline || failed="$$failed secrets"; \
	test -z "$$failed" || { echo "make audit: NOT passed:$$failed. Either what is named above is at fault, or its service did" \
	  "not answer, and then nothing is known: see docs/security.md." >&2; exit 1; }

sbom: .venv/audit/.made setup
	@mkdir -p var
	@.venv/audit/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
	  --output-format JSON --output-file var/sbom-python.json .venv
	@$(NODE_PATHS) npm sbom --package-lock-only --sbom-format cyclonedx --sbom-type application > var/sbom-npm.json
	@echo "var/sbom-python.json and var/sbom-npm.json: CycloneDX, what is installed and what the pages are built of."

.venv/audit/.made: Makefile | .venv/.packages
	@$(PYTHON) -m venv --clear .venv/audit
	@.venv/audit/bin/python -m pip --disable-pip-version-check install --quiet $(AUDIT_TOOLS)
	@touch $@

clean:
	rm -rf .venv node_modules web/static/dist docs/processer build *.egg-info .*_cache .hypothesis test-results
	find engine web tests migrations bench -name __pycache__ -type d -prune -exec rm -rf {} +
