#!/usr/bin/env bash
# install-wordpress.sh CACHE SUITE: a whole WordPress of that Debian release on SQLite, ready to be copied and served, in
# CACHE/wordpress-SUITE. Nothing is installed but PHP, and that only by root where it is missing; packages are checked
# against Debian's keys. The SQLite drop-in is the WordPress project's own, from the npm package @wp-playground/cli.
set -euo pipefail
cache=$1 suite=$2
here=$(cd "$(dirname "$0")" && pwd)
site=$cache/wordpress-$suite
playground=3.1.56
[ -f "$site/.ready" ] && exit 0
mkdir -p "$cache"

modules='gd mbstring pdo_sqlite sqlite3 SimpleXML curl'
missing() { for m in $modules; do php -m 2>/dev/null | grep -qx "$m" || return 0; done; return 1; }
if missing; then
  [ "$(id -u)" = 0 ] || { echo "PHP with $modules is needed: apt-get install php-cli php-sqlite3 php-gd php-mbstring php-xml php-curl"; exit 1; }
  export DEBIAN_FRONTEND=noninteractive
  packages='php-cli php-sqlite3 php-gd php-mbstring php-xml php-curl'
  apt-get install -qq -y --no-install-recommends $packages >/dev/null 2>&1 ||
    { apt-get update -qq; apt-get install -qq -y --no-install-recommends $packages >/dev/null; }
fi

work=$(mktemp -d "$cache/work.XXXXXX")
trap 'rm -rf "$work"' EXIT

# A private state of apt for another release: the machine's own lists stay as they are.
repository() { apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' | sort -u | awk -v release="$1" '$2 == release { print $1; exit }'; }
# shellcheck disable=SC1091
. /etc/os-release
main=$(repository "$VERSION_CODENAME")
if [ -z "$main" ] && [ "$(id -u)" = 0 ]; then apt-get update -qq; main=$(repository "$VERSION_CODENAME"); fi
[ -n "$main" ] || { echo "apt knows no archive for $VERSION_CODENAME: run apt-get update"; exit 1; }
keys=/usr/share/keyrings/debian-archive-keyring.gpg
mkdir -p "$work"/apt/{lists/partial,cache/archives/partial,etc} "$work/debs" "$work/root"
: >"$work/apt/status"
echo "deb [signed-by=$keys arch=amd64] $main $suite main" >"$work/apt/sources.list"
apt=(-qq -o "Dir::Etc::sourcelist=$work/apt/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/apt/lists"
  -o "Dir::Cache=$work/apt/cache" -o "Dir::State::status=$work/apt/status" -o APT::Architecture=amd64
  -o APT::Sandbox::User="$(id -un)" -o Acquire::Languages=none)
apt-get "${apt[@]}" update
(
  cd "$work/debs"
  apt-get "${apt[@]}" download wordpress wordpress-theme-twentytwentyfive
  # What its tree links into, PHPMailer among it.
  mapfile -t links < <(dpkg-deb -f wordpress_*.deb Depends | tr ',|' '\n\n' | awk '{ print $1 }' | grep -E '^(libjs-|libphp-|php-getid3)')
  apt-get "${apt[@]}" download "${links[@]}"
)
for package in "$work"/debs/*.deb; do dpkg-deb -x "$package" "$work/root"; done
cp -a "$work/root/usr/share/wordpress" "$work/site"
# Links that lead out of the tree become the files that they lead to.
find "$work/site" -type l | while read -r link; do
  to=$(readlink "$link")
  case $to in
    /*) file=$work/root$to ;;
    *) file=$(realpath -m "$work/root/usr/share/wordpress/$(dirname "${link#"$work/site/"}")/$to") ;;
  esac
  rm "$link"
  if [ -e "$file" ]; then cp -aL "$file" "$link"; fi
done

(cd "$work" && npm pack --silent "@wp-playground/cli@$playground" >/dev/null && tar xzf wp-playground-cli-*.tgz package/sqlite-database-integration.zip)
php -r '$zip = $argv[1]; $to = $argv[2]; (new PharData($zip))->extractTo($to);' "$work/package/sqlite-database-integration.zip" "$work/plugin"
plugin=$(dirname "$(find "$work/plugin" -name db.copy | head -1)")
mkdir -p "$work/site/wp-content/plugins" "$work/site/wp-content/uploads"
cp -a "$plugin" "$work/site/wp-content/plugins/sqlite-database-integration"
# Beside itself, wherever the site is copied to.
sed -e "s#'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'#__DIR__ . '/plugins/sqlite-database-integration'#" \
  -e 's#{SQLITE_PLUGIN}#sqlite-database-integration/load.php#' "$plugin/db.copy" >"$work/site/wp-content/db.php"
cp "$here/wp-config.php" "$work/site/wp-config.php"
echo 'http://127.0.0.1:80' >"$work/site/.home"
php -d display_errors=stderr "$here/install-wordpress.php" "$work/site" >"$work/site/.accounts.json"
touch "$work/site/.ready"
mv "$work/site" "$site"
