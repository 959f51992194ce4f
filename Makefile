# The two commands of the README are `make demo` and `make test`; each makes its environment from nothing.

.DEFAULT_GOAL := help
.NOTPARALLEL:
# One failing step fails `make test`, but does not hide what the later ones have to say.
MAKEFLAGS += --no-print-directory --keep-going

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp
MEMBERS := $(patsubst %/pyproject.toml,%,$(wildcard packs/*/pyproject.toml plugins/*/pyproject.toml))
SOURCES := src $(wildcard $(MEMBERS:%=%/src))
COVER := $(foreach folder,$(SOURCES),$(patsubst $(folder)/%/__init__.py,--cov=%,$(wildcard $(folder)/*/__init__.py)))
WORKERS ?= auto

empty :=
space := $(empty) $(empty)
export MYPYPATH := $(subst $(space),:,$(strip $(SOURCES) examples/downstream/src tools))
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

# A candidate counts only when it runs: a pyenv shim may stand on the path and fail.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo $$python; break; }; done)

.PHONY: help
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: $(STAMP) ## the main job on two examples: a new plan, and an old one read in
	@$(BIN)/python tools/demo.py

.PHONY: test
test: lint types test-pythons test-wheels test-unit ## everything that must hold, from nothing

.PHONY: check
check: test ## the same: what CI runs

.PHONY: lint
lint: $(STAMP) ## ruff: rules and format
	@echo '== lint'
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

.PHONY: types
types: $(STAMP) ## mypy --strict
	@echo '== types'
	@$(BIN)/mypy --explicit-package-bases $(SOURCES) examples/downstream/src tools tests/conftest.py tests/docs tests/repo

.PHONY: test-unit
test-unit: $(STAMP) ## all tests on this Python, with branch coverage
	@echo '== tests'
	@$(BIN)/python -m pytest -n $(WORKERS) --hypothesis-profile=ci $(COVER) --cov-report=term:skip-covered

.PHONY: test-pythons
test-pythons: $(STAMP) ## the tests on the other Pythons that are present
	@echo '== other Pythons'
	@$(BIN)/python tools/pythons.py

.PHONY: test-wheels
test-wheels: $(STAMP) ## wheels of core, packs and plugins, built and tested outside the tree
	@echo '== wheels'
	@$(BIN)/python tools/wheels.py

.PHONY: test-office
test-office: $(STAMP) ## what needs LibreOffice and poppler
	@echo '== office'
	@if command -v soffice >/dev/null && command -v pdftotext >/dev/null; \
	then $(BIN)/python -m pytest -q --hypothesis-profile=ci --office -m office || test $$? -eq 5; \
	else echo 'SKIPPED: LibreOffice (soffice) and poppler (pdftotext) are not both installed here.'; fi

.PHONY: bench
bench: $(STAMP) ## how fast it is
	@for script in $(wildcard benchmarks/[a-z]*.py); do echo "== $$script"; $(BIN)/python $$script || exit 1; done

.PHONY: pins
pins: ## renew constraints.txt with the newest versions
	@$(PYTHON) tools/pins.py

.PHONY: clean
clean: ## remove everything that was made
	@rm -rf .venv .venv-* build dist .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): constraints.txt requirements-dev.txt pyproject.toml $(MEMBERS:%=%/pyproject.toml) tools/environment.py
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer with venv is needed; none on the path runs.' >&2; exit 1; }
	@$(PYTHON) tools/environment.py $(VENV)
	@touch $@
