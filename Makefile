# The commands of this project. Each is a thin name for a script in .ci/, which says what it does.
.DEFAULT_GOAL := help
.PHONY: help run dev release test e2e lint package clean

help: ## this list
	@echo 'Trivsel. Start with: make run'
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## install what is missing, build, and serve a demo at http://127.0.0.1:3000; in Bokmål with DEMO_LANG=nb
	@.ci/setup run
	@.ci/build dev
	@target/debug/trivsel demo $(if $(DEMO_LANG),--lang $(DEMO_LANG))

dev: ## the same, built again after every change
	@.ci/setup run
	@.ci/dev

release: ## the program for use, optimised: target/release/trivsel
	@.ci/setup run
	@.ci/build release

test: ## all tests: Rust on SQLite and PostgreSQL, then a browser with and without JavaScript
	@.ci/setup test
	@.ci/test

e2e: ## the browser tests alone
	@.ci/setup test
	@.ci/test e2e

lint: ## format, lints, architecture, licences
	@.ci/setup test
	@.ci/lint

package: ## a Debian package in target/debian/; .ci/package check also tries it in an empty root
	@.ci/setup run
	@.ci/package

clean: ## remove everything that was built or installed here
	rm -rf target style/node_modules end2end/node_modules end2end/test-results end2end/playwright-report
