#!/usr/bin/env bash
# @lezer/python 1.1.19: a tree with an error node is no sign of broken Python, and one without is no sign of good Python.
# A float that ends with its point, a bare yield and a target in brackets after `as`, all valid and run by Python, get
# error nodes; a text without its closing quote and Python 2's print statement, which Python refuses, get none. A linter
# or reader of configs that goes by error nodes refuses files that run, and passes some that do not.
#
# Seen: x = 1.                              python: valid,   lezer: error
#       def f(): yield                      python: valid,   lezer: error
#       with open(a) as (b, c): pass        python: valid,   lezer: error
#       x = "abc                            python: refused, lezer: fine
#       print "x"                           python: refused, lezer: fine
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent @lezer/python@1.1.19 @lezer/common@1.5.2
cat >run.mjs <<'JS'
import { execFileSync } from "node:child_process";
import { parser } from "@lezer/python";

for (const text of ["x = 1.", "def f(): yield", "with open(a) as (b, c): pass", 'x = "abc', 'print "x"']) {
  let python = "valid,  ";
  try {
    execFileSync("python3", ["-c", "import ast, sys; ast.parse(sys.argv[1])", text], { stdio: "ignore" });
  } catch {
    python = "refused,";
  }
  let lezer = "fine";
  parser.parse(`${text}\n`).iterate({ enter: ({ type }) => void (type.isError && (lezer = "error")) });
  console.log(`${text.padEnd(35)} python: ${python} lezer: ${lezer}`);
}
JS
node run.mjs | tee seen
diff seen - <<'SEEN'
x = 1.                              python: valid,   lezer: error
def f(): yield                      python: valid,   lezer: error
with open(a) as (b, c): pass        python: valid,   lezer: error
x = "abc                            python: refused, lezer: fine
print "x"                           python: refused, lezer: fine
SEEN
echo "as found"
