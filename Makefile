# `make serve` and `make test` install what they need; nothing has to be activated.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
PORT ?= 8000
BASE ?= origin/main
EF := $(BIN)/python -m equal_footing
# Twice quiet: errors only, and no wall of warnings.
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
export PIP_USER := 0
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve site check fix test quick diff explain country record todo schemas edition bench properdocs lock format clean

help:  ## these commands, as plain `make` lists them too
	@echo "make COMMAND, where COMMAND is one of:"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

serve: $(VENV)/site.stamp  ## the site on http://127.0.0.1:8000, rebuilt when data, templates or pages change
	$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

site: $(VENV)/site.stamp  ## the finished site in site/, complete or not at all
	@$(EF) site

check: $(VENV)/site.stamp  ## the data only: every problem, with file, line and column
	$(EF) check

fix: $(VENV)/site.stamp  ## put the files of data/ into their form: order of keys and facts, line breaks, quotation marks
	@$(EF) fix

test: $(VENV)/test.stamp  ## formatting, lint, types, data, and all tests, in a real browser where it matters
	$(BIN)/python -m ruff format --check equal_footing tests macros.py
	$(BIN)/python -m ruff check equal_footing tests macros.py
	$(BIN)/python -m mypy
	$(EF) check
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

quick: $(VENV)/dev.stamp  ## the tests that need neither the built site nor a browser
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --ignore tests/site

country: $(VENV)/site.stamp  ## CODE=KR: begin the folder of a country
	@$(EF) country "$(CODE)" $(if $(NAME),--name "$(NAME)")

record: $(VENV)/site.stamp  ## COUNTRY=japan KIND=law NAME="…": begin a record
	@$(EF) record "$(COUNTRY)" "$(KIND)" "$(NAME)" $(if $(SLUG),--slug "$(SLUG)")

todo: $(VENV)/site.stamp  ## COUNTRY=japan: what is still to do in a place, with file, line and column
	@$(EF) todo $(COUNTRY)

diff: $(VENV)/site.stamp  ## BASE=origin/main: what has changed in the data since then, in words
	@$(EF) diff "$(BASE)" $(if $(MARKDOWN),--markdown)

explain: $(VENV)/site.stamp  ## RULE=period: what a rule of the check asks, with an example
	@$(EF) explain "$(RULE)"

schemas: $(VENV)/site.stamp  ## the JSON Schemas for editors, from the models and the vocabulary
	@$(EF) schemas

edition: $(VENV)/site.stamp  ## EDITION=2026.11: freeze facts and pages as an edition, which never changes
	$(EF) edition $(EDITION)

bench: $(VENV)/dev.stamp  ## COUNTRIES="3 30": what a build, a check and a server cost, against plain Material
	$(BIN)/python -m tests.bench $(COUNTRIES)

properdocs: requirements-properdocs.txt  ## the site built by ProperDocs instead of MkDocs, to see that it still can be
	test -x $(VENV)/properdocs/bin/python || $(PYTHON) -m venv $(VENV)/properdocs
	$(VENV)/properdocs/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	$(VENV)/properdocs/bin/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable .
	EQUAL_FOOTING_SITE_DIR=$(VENV)/properdocs/site $(VENV)/properdocs/bin/python -m properdocs build --config-file mkdocs.yml --strict

LOCK = $(BIN)/python -m uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --python-version 3.11 --extra build
lock: $(VENV)/dev.stamp  ## pin the newest version of every dependency with hashes, without addresses
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	$(LOCK) --extra properdocs -c requirements.txt pyproject.toml -o requirements-properdocs.txt

format: $(VENV)/dev.stamp  ## the form of the code, as the tests ask for it
	$(BIN)/python -m ruff format equal_footing tests macros.py
	$(BIN)/python -m ruff check --fix equal_footing tests macros.py

clean:  ## delete what was installed, built and kept
	rm -rf $(VENV) .site.build .cache/equal-footing site

# Whether the environment there can be used: its pip works, and its Python is recent enough, and the one that was asked for.
# An environment that is not whole, as after an interruption or when the system's Python has gone, is made anew.
IS_WHOLE = { test -x $(BIN)/python && $(BIN)/python -m pip --version && $(BIN)/python -c "$(RECENT)" && $(IS_ASKED_FOR); } >/dev/null 2>&1
RECENT = import sys; sys.version_info >= (3, 11) or sys.exit('Python 3.11 or later is needed, and this is %d.%d. Name another one: make PYTHON=python3.11' % sys.version_info[:2])
VERSION = import sys; print(sys.version)
IS_ASKED_FOR = $(if $(filter command environment,$(origin PYTHON)),test "$$($(PYTHON) -c "$(VERSION)")" = "$$($(BIN)/python -c "$(VERSION)")",true)
IS_FIT = $(PYTHON) -c "$(RECENT)" && { $(PYTHON) -c "import ensurepip, venv" 2>/dev/null || \
	{ echo "Python lacks its module venv. On Debian and Ubuntu: sudo apt install python3-venv" >&2; false; }; }

# Progress is no output: what a command prints may go to a file.
INSTALLING = echo "Installing what $(1) into $(VENV)/: once, a minute or two ..." >&2 && start=$$(date +%s)
INSTALLED = echo "Installed in $$(( $$(date +%s) - start )) seconds." >&2 && touch $@

$(VENV)/site.stamp: requirements.txt pyproject.toml
	@$(call INSTALLING,the site needs) && \
	{ $(IS_WHOLE) || { $(IS_FIT) && $(PYTHON) -m venv $$(test ! -e $(VENV)/pyvenv.cfg || echo --clear) $(VENV); }; } && \
	$(PIP) --require-hashes -r requirements.txt && \
	$(PIP) --no-index --no-deps --no-build-isolation --editable . && \
	$(INSTALLED)

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/site.stamp
	@$(call INSTALLING,the tests need) && $(PIP) --require-hashes -r requirements-dev.txt && $(INSTALLED)

$(VENV)/test.stamp: $(VENV)/dev.stamp tests/install-browser.sh
	@sh tests/install-browser.sh $(BIN)/python
	@touch $@
