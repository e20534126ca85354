# What one does with a checkout: `make demo` to see it, `make test` to prove it, `make` for the rest.
# Paths are relative throughout: make cannot cope with a space in one.

PYTHON ?= python3
export DEVELOPMENT ?= on

MANAGE := .venv/bin/python manage.py
# Stands for a production site where nothing connects to its database.
PRODUCTION := DEVELOPMENT=off SITE_URL=https://tracker.example.org DATABASE_URL='postgresql:///tracker?host=/nowhere' \
	SECRET_KEY="$$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(64))')"

.PHONY: help
help:  ## list what make can do
	@sed -n 's/^\([a-z]*\):[^#]*## /\1|/p' Makefile | while IFS='|' read -r target what; do printf '  make %-14s %s\n' "$$target" "$$what"; done

.PHONY: demo
demo: runtime  ## serve the register of the first report on this machine, at PORT or 8000
	@exec $(MANAGE) demo

.PHONY: example
example: runtime  ## serve a fictional register with years of follow-up, at the next port
	@exec $(MANAGE) example

.PHONY: test
test: development  ## run all tests, side by side; ARGS are for pytest, e.g. ARGS='tests/config -x -n 0'
	@exec .venv/bin/python -m pytest -n auto --maxprocesses 4 --dist loadscope $(ARGS)

.PHONY: check
check: lint  ## lint, and look for missing migrations and unsafe settings
	@$(PRODUCTION) .venv/bin/python -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	@$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING

.PHONY: lint
lint: development  ## check style, and which app imports which
	@.venv/bin/ruff check --output-format concise .
	@.venv/bin/ruff format --check .
	@.venv/bin/lint-imports

.PHONY: format
format: development  ## put the code into the common style
	@.venv/bin/ruff check --fix --exit-zero --quiet .
	@.venv/bin/ruff format .

.PHONY: run
run: runtime  ## serve with debugging pages, and anew at every change of the code
	@DEBUG=on exec $(MANAGE) runserver "127.0.0.1:$${PORT:-8000}"

.PHONY: migrate
migrate: runtime  ## bring the database up to date
	@$(MANAGE) migrate

.PHONY: requirements
requirements: development  ## pin what pyproject.toml asks for, with hashes; UPGRADE=--upgrade for the newest
	@$(call pin,--extra embedded,requirements.txt)
	@$(call pin,--extra embedded --extra dev,requirements-dev.txt)

.PHONY: screenshot
screenshot: development  ## make the picture of the README from the pages themselves; needs Debian's chromium
	@.venv/bin/python -m pytest -q tests/browser/screenshots.py

.PHONY: benchmark
benchmark: runtime  ## fill a database of its own with ITEMS or 1200 made items, and time each page ROUNDS or 15 times
	@exec .venv/bin/python -m benchmarks $(or $(ITEMS),1200) $(or $(ROUNDS),15)

.PHONY: clean
clean:  ## remove what make has made; the data in .data stays
	@rm -rf .venv static .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: runtime development
runtime:
	@$(call install,requirements.txt)
development:
	@$(call install,requirements-dev.txt)

pin = .venv/bin/uv pip compile pyproject.toml $(1) --generate-hashes --no-header --no-annotate --quiet $(UPGRADE) \
	--output-file $(2)

# Makes .venv with what the file pins, unless that is done. It is made anew where the checkout was moved or the Python
# that it was made with is gone.
define install
set -e; \
if ! { pwd -P | cmp -s - .venv/place && .venv/bin/python -c ''; } 2>/dev/null; then \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "make: $(PYTHON) is not a Python 3.11 or newer. Name one that is: make PYTHON=python3.13 …" >&2; exit 1; }; \
	echo "Making a Python environment in .venv …"; \
	rm -rf .venv; \
	$(PYTHON) -m venv .venv; \
	pwd -P > .venv/place; \
fi; \
if ! cmp -s $(1) .venv/$(1); then \
	echo "Installing what $(1) pins …"; \
	.venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r $(1); \
	cp $(1) .venv/$(1); \
fi
endef
