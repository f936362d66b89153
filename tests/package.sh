#!/bin/sh
# Packs what was just built, installs the package (into a folder where this is not root), and starts what it brought.
# Usage: tests/package.sh TARGET_FOLDER
set -eu
cd "$(dirname "$0")/.."
target=$1
work=$(mktemp -d)
screen= window=
clean() {
    [ -z "$window" ] || kill "$window" 2>/dev/null || true
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    [ "$(id -u)" -ne 0 ] || dpkg -r assay >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap clean EXIT
passed=0
ok() { passed=$((passed + 1)); echo "package: $*"; }
fail() { echo "package: $*"; echo "test result: FAILED. $passed passed; 1 failed"; exit 1; }

files=$(node -e '
    const deb = require("./src-tauri/tauri.conf.json").bundle.linux.deb
    for (const [to, from] of Object.entries(deb.files)) deb.files[to] = from.replace("target/release", "target/debug")
    console.log(JSON.stringify({ bundle: { linux: { deb: { files: deb.files } } } }))')
rm -rf "$target/debug/bundle"
ui/node_modules/.bin/tauri bundle --debug --bundles deb --ci --config "$files" >"$work/log" 2>&1 ||
    { cat "$work/log"; fail "the bundler must pack what was built"; }
deb=$(ls "$target"/debug/bundle/deb/*.deb)
ok "packed as $(basename "$deb"), $(du -k "$deb" | cut -f1) KiB"

if [ "$(id -u)" -eq 0 ]; then
    dpkg -i "$deb" >"$work/log" 2>&1 || { cat "$work/log"; fail "the package must install on a machine that can build it"; }
    root=
else
    dpkg-deb -x "$deb" "$work/root"
    root=$work/root
fi
"$root/usr/bin/assay" --version >/dev/null || fail "the program for the terminal must start"
"$root/usr/bin/assay-verify" --help >/dev/null || fail "the verifier must start"
grep -q '%f' "$root/usr/share/applications/Assay.desktop" || fail "a double-click must hand over the dossier"
grep -q 'assay' "$root/usr/share/mime/packages/assay.xml" || fail "the system must know what an .assay file is"
ok "installed, with both programs for the terminal and the file association"

mkdir "$work/home"
Xvfb -displayfd 3 -nolisten tcp -screen 0 1280x800x24 3>"$work/display" >/dev/null 2>&1 &
screen=$!
n=0; while [ ! -s "$work/display" ] && [ $n -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
DISPLAY=:$(cat "$work/display"); export DISPLAY
HOME=$work/home ASSAY_HOME=$work/home/assay "$root/usr/bin/assay-desktop" >"$work/log" 2>&1 &
window=$!
n=0
until xdotool search --onlyvisible --name '^Assay' >"$work/id" 2>/dev/null; do
    n=$((n + 1)); [ $n -lt 300 ] || { cat "$work/log"; fail "the installed window must open"; }
    sleep 0.2
done
# A page that was drawn has more than a few colours; an empty window has one.
n=0
until [ "$(import -window "$(head -1 "$work/id")" -depth 8 -format '%k' info: 2>/dev/null || echo 0)" -gt 20 ]; do
    n=$((n + 1)); [ $n -lt 150 ] || fail "the installed window must show its page"
    sleep 0.2
done
ok "the installed window opens and shows its page"
echo "test result: ok. $passed passed; 0 failed"
