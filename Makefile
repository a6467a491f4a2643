# Two commands do everything on a machine with git and Python 3.11 or newer: `make demo` and `make test`.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
PUBLISHED := 2018-05-09

.PHONY: demo test check check-full eval bench lock vendor vendor-check clean

demo: $(VENV)/run
	$(BIN)/detente read examples
	@mkdir -p out
	$(BIN)/detente read examples --html out/record.html
	$(BIN)/detente read examples --store out/demo.store
	$(BIN)/detente report out/demo.store -o out/report
	@echo
	@echo "One page with every record's words marked: out/record.html"
	@echo "The whole explorer, in a browser, without a server: out/report/index.html"

test: $(VENV)/dev
	$(BIN)/pytest

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m eval.gate --shared $(SHARED)

check-full: test check $(VENV)/full
	KILLS=50 $(BIN)/pytest -m "model or shared or long" --hypothesis-profile=full
	KILLS=50 $(BIN)/pytest tests/archive/test_kills.py

eval: $(VENV)/dev
	$(BIN)/python -m eval.measure --shared $(SHARED)
	$(BIN)/python -m eval.measure --readme

bench: $(VENV)/run
	$(BIN)/detente bench examples

lock:
	uv lock --upgrade
	uv export -q --no-emit-project --no-dev --group build --no-header --format requirements-txt -o requirements/run.txt
	uv export -q --no-emit-project --group build --no-header --format requirements-txt -o requirements/dev.txt
	uv export -q --no-emit-project --group build --group full --extra ray --no-header --format requirements-txt -o requirements/full.txt

# The bundle of what the explorer takes from others, and the script of a report; made when a version or a module changes. Users need no Node.
vendor:
	cd vendor && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && npm run -s build

vendor-check: vendor
	git diff --exit-code -- src/detente/web/static/vendor.js src/detente/web/static/vendor.LICENSES.txt src/detente/web/static/report.js

clean:
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev: requirements/dev.txt $(VENV)/run
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

$(VENV)/full: requirements/full.txt $(VENV)/dev
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/full.txt
	touch $@
