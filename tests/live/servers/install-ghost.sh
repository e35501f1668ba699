#!/usr/bin/env bash
# install-ghost.sh CACHE: Ghost with the packages that its own lock file names, and the Node that it wants, from the npm
# registry alone, in CACHE/ghost and CACHE/node. No install script runs. better-sqlite3 is replaced by its next major version,
# which has the same interface and brings its binary in the package, where the locked one would be compiled.
set -euo pipefail
cache=$1
ghost=6.65.0 node=22.23.3 sqlite=13.2.0
[ -f "$cache/ghost/.ready" ] && exit 0
mkdir -p "$cache"
work=$(mktemp -d "$cache/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
unpack() { (cd "$work" && npm pack --silent "$1" >/dev/null && mkdir -p "$2" && tar xzf "${3}"-*.tgz -C "$2" --strip-components=1 && rm "${3}"-*.tgz); }

case $(uname -m) in x86_64) cpu=x64 ;; aarch64) cpu=arm64 ;; *) echo "no Node for $(uname -m)"; exit 1 ;; esac
if [ ! -x "$cache/node/bin/node" ]; then
  unpack "node-linux-$cpu@$node" "$work/node" "node-linux-$cpu"
  chmod +x "$work/node/bin/node"
  rm -rf "$cache/node" && mv "$work/node" "$cache/node"
fi
unpack "ghost@$ghost" "$work/ghost" ghost
cd "$work/ghost"
manager=$(node -p "require('./package.json').packageManager.split('@')[1].split('+')[0]")
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$work/pnpm" "pnpm@$manager"
PATH=$cache/node/bin:$PATH CI=1 "$work/pnpm/node_modules/.bin/pnpm" install --prod --frozen-lockfile --ignore-scripts \
  --store-dir "$work/store" --package-import-method copy --reporter=silent
module=$(realpath node_modules/better-sqlite3)
rm -rf "$module"
unpack "better-sqlite3@$sqlite" "$module" better-sqlite3
rm -rf "$module/deps"
touch .ready
rm -rf "$cache/ghost" && mv "$work/ghost" "$cache/ghost"
