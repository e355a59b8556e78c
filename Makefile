# make run    environment, then the main job: check the sample story
# make test   environment, then all tests
# make lint   ruff and mypy --strict        make bench  benchmarks
# make docs   docs/rules.md and laws.md     make pin    constraints.txt anew
# make thorough  properties and laws on many more examples, new ones each time (hours)

PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin
STORY ?= seeds/us-china-apps

.PHONY: run test lint bench docs pin thorough clean
.DEFAULT_GOAL := run

run: $(ENV)/ready
	@code=0; $(BIN)/checker check $(STORY) || code=$$?; \
	case $$code in \
	  0) echo "exit code 0: no conflict that is more than a note" >&2;; \
	  1) echo "exit code 1: there are conflicts, as the report says; the check itself went well" >&2;; \
	  *) echo "exit code $$code: something could not be checked, see above" >&2; exit $$code;; \
	esac

test: $(ENV)/ready
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

thorough: $(ENV)/ready
	HYPOTHESIS_PROFILE=thorough $(BIN)/python -m pytest tests/property

lint: $(ENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(ENV)/ready
	$(BIN)/python benchmarks/run.py

docs: $(ENV)/ready
	$(BIN)/python tools/catalogue.py

pin: $(ENV)/ready
	$(BIN)/python tools/pin.py

clean:
	rm -rf $(ENV)

# The environment is made anew when what it is made from changes. The project itself is installed as a link to this folder.
$(ENV)/ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed, $(PYTHON) is not that; name another: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make environments; on Debian and Ubuntu install python3-venv, or name another Python:" \
	    "make PYTHON=/path/to/python3" >&2; exit 2; }
	$(PYTHON) -m venv --clear $(ENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
