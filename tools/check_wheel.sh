#!/bin/sh
# Build the wheel, install it into an empty environment from the lock, and make a dossier with it: in a folder
# away from the checkout, without Node and (where the system lets us shut it off) without any network.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" -m build --wheel --no-isolation --outdir "$work/wheel" >"$work/build.log" 2>&1 || {
  cat "$work/build.log"
  exit 1
}
"$python" -m tests.runtime_lock >"$work/requirements.txt"
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --require-hashes -r "$work/requirements.txt"
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-deps --no-index "$work"/wheel/wherewhen-*.whl
"$work/venv/bin/pip" check -q

cp -r samples/general "$work/sample"
cd "$work"
alone=""
if unshare -rn true 2>/dev/null; then alone="unshare -rn"; else echo "network not shut off: unshare is not allowed here" >&2; fi
# PATH is empty but for the environment itself, so no Node can be found; HOME is empty, so all is made anew.
quiet="env -i HOME=$work/home PATH=$work/venv/bin LANG=C.UTF-8"
$alone $quiet "$work/venv/bin/wherewhen" --version
$alone $quiet "$work/venv/bin/wherewhen" map sample/general-en.html sample/general-ar.html \
  --subject "Qassem Soleimani" --alias "قاسم سليماني" -o dossier
$alone $quiet "$work/venv/bin/wherewhen" read sample/general-ar.html --subject "قاسم سليماني" --format json -o read.json
$alone $quiet "$work/venv/bin/wherewhen" case new case --subject "Qassem Soleimani" --as Mona
$alone $quiet "$work/venv/bin/wherewhen" case add case sample/general-en.html --as Mona
$alone $quiet "$work/venv/bin/python" -c "
import wherewhen
from wherewhen.workbench import Desk, Session, application
with wherewhen.open_case('case', actor='Mona') as case:
    application(Desk(case.case, 'Mona', case.instruments), Session(1), 1).openapi()
    for one in case.claims('open'): case.accept(one.id)
    case.publish('site')
from wherewhen.workbench.assets import assets
from wherewhen.workbench.paint import environment
assert assets() and environment().get_template('desk.html')
"
test -s site/index.html
test -s dossier/index.html
test -s dossier/page.js
"$work/venv/bin/python" - <<'CHECK'
import json
from pathlib import Path

for file in ("read.json", "dossier/sightings.json"):
    found = json.loads(Path(file).read_text("utf-8"))["sightings"]
    assert len(found) >= 5, f"{file}: {len(found)} sightings"
    print(f"{file}: {len(found)} sightings")
CHECK
ls -l "$work"/wheel/*.whl | awk '{printf "wheel: %.1f MB\n", $5 / 1e6}'
echo "The wheel works by itself."
