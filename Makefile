# What a person types. `make` alone prints this list; each target installs the Debian packages it needs (tools/packages.txt) and says so.
#
#   make run        build, then serve the site                    LISTEN=127.0.0.1:8080 DATA=data
#   make test       everything a reviewer needs; the last line is "N passed, N failed"
#   make build      leave the program at build/prima
#   make lint       format, clang-tidy, layers, languages, words  LINT_SECONDS=900
#   make format     rewrite the C++ files as .clang-format asks
#   make asan tsan  the test programs under the sanitizers
#   make coverage   line coverage of base, instrument and scoring
#   make fuzz       every fuzz target, FUZZ_SECONDS=600 each
#   make kills      a writing program is killed, on both databases KILLS=200
#   make bench      the table of docs/performance.md
#   make install    the program and its manual page               PREFIX=/usr/local DESTDIR=
#   make install-man
#   make clean      remove build/

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test build lint format asan tsan coverage fuzz kills bench install install-man clean

LISTEN ?= 127.0.0.1:8080
DATA ?= data
KILLS ?= 200
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 600
LINT_SECONDS ?= 900

install_packages := tools/install_packages.sh
# configure PRESET
configure = @tools/configure.sh $(1)

help:
	@sed -n '/^#   make/s/^#   //p' Makefile

build:
	@$(install_packages) build
	$(call configure,release)
	@cmake --build build/release --target prima
	@ln -sfn release/src/app/prima build/prima

run: build
	@echo "Buka http://$(LISTEN)/ di peramban; tekan Ctrl+C untuk berhenti."
	@echo "Open http://$(LISTEN)/en/ in a browser; press Ctrl+C to stop."
	@exec build/prima serve --listen $(LISTEN) --data $(DATA)

# The recipe itself prints the last line when packages are missing, for then there may be no Python to print it.
test:
	@$(install_packages) build test || { code=$$?; echo "0 passed, 1 failed"; exit $$code; }
	@python3 tools/run_tests.py

lint:
	@$(install_packages) build lint
	$(call configure,release)
	@cmake --build build/release
	@python3 tools/lint.py --seconds $(LINT_SECONDS)

format:
	@$(install_packages) lint
	@python3 tools/lint.py --fix-format

asan tsan:
	@$(install_packages) build
	@python3 tools/run_tests.py --preset $@ --only programs

coverage:
	@$(install_packages) build coverage
	@tools/coverage.sh

fuzz:
	@$(install_packages) build fuzz
	$(call configure,fuzz)
	@tools/fuzz.sh $(FUZZ_SECONDS)

kills:
	@$(install_packages) build test
	$(call configure,release)
	@cmake --build build/release --target fault_writer
	@python3 tests/faults/kills.py build/release/tests/fault_writer --engine sqlite --kills $(KILLS)
	@python3 tests/faults/kills.py build/release/tests/fault_writer --engine postgresql --kills $(KILLS)

bench:
	@$(install_packages) build bench
	$(call configure,bench)
	@cmake --build build/bench
	@bench/run

install: build install-man
	@install -D -m 755 build/prima $(DESTDIR)$(PREFIX)/bin/prima

install-man: build
	@build/prima man > build/prima.1
	@install -D -m 644 build/prima.1 $(DESTDIR)$(PREFIX)/share/man/man1/prima.1

clean:
	@rm -rf build
