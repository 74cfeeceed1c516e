#!/bin/sh
# What is done in the bare root, a step a word: see try.sh.  `commands` and `window` have no network.
set -eu
HOUSE=/home/tester
as_tester() { runuser -u tester -- env -i PATH=/usr/bin:/bin HOME=$HOUSE TERM=dumb ${DISPLAY:+DISPLAY=$DISPLAY} "$@"; }
failed() { echo "failed: $1" >&2; exit 1; }
packages() { dpkg-query -W -f '${db:Status-Abbrev}\n' | grep -c ^ii; }
get() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/tmp/apt.log 2>&1 || { cat /tmp/apt.log >&2; failed "apt-get install $*"; }; }
no_python() { ! ls /usr/bin/python* >/dev/null 2>&1 || failed "there is a Python here"; }

install() {
  apt-get -qq update
  before=$(packages)
  start=$(date +%s)
  get /factmark.deb
  echo "== Installed in $(($(date +%s) - start)) s, with $(($(packages) - before - 1)) other packages:" \
    "$(dpkg-query -W -f '${Installed-Size}' factmark) KiB installed, $(($(stat -c %s /factmark.deb) / 1024)) KiB packed"
  no_python
  useradd --create-home tester
}

commands() {
  echo "== $(as_tester factmark --version)"
  as_tester factmark --help | grep -q suggest || failed "factmark --help"
  start=$(date +%s)
  as_tester factmark demo --out $HOUSE/demo >/tmp/demo.log 2>&1 || { cat /tmp/demo.log >&2; failed "factmark demo"; }
  echo "== The demo, in $(($(date +%s) - start)) s: $(ls $HOUSE/demo | tr '\n' ' ')"
  as_tester factmark new $HOUSE/harbour >/dev/null
  as_tester factmark import $HOUSE/harbour /usr/lib/factmark/_internal/samples
  as_tester factmark suggest $HOUSE/harbour
  as_tester factmark pack $HOUSE/harbour $HOUSE/harbour.factmark --project
  rm -r $HOUSE/harbour
  # A display that is not there is told, and no traceback.
  ! as_tester factmark 2>/tmp/window.log || failed "the window opened without a display"
  sed 's/^/   without a display: /' /tmp/window.log | head -n 3
  ! grep -q Traceback /tmp/window.log || failed "a traceback"
}

desktop() {
  get xvfb xdotool scrot xdg-utils libglib2.0-bin shared-mime-info desktop-file-utils man-db x11-utils procps
  no_python
  as_tester man --warnings=w factmark >/tmp/page 2>/tmp/page.log || failed "man factmark"
  [ ! -s /tmp/page.log ] || { cat /tmp/page.log; failed "man has warnings"; }
  echo "== man factmark: $(wc -l </tmp/page) lines"
}

# Wait until a window's title has a word in it; print its id.
titled() {
  for _ in $(seq 240); do
    as_tester xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -n 1 | grep . && return
    sleep 0.5
  done
  failed "no window is called $1"
}
keys() { for key in "$@"; do as_tester xdotool key --clearmodifiers "$key"; sleep 0.4; done; }
picture() { as_tester scrot --overwrite "$HOUSE/$1.png"; }

window() {
  DISPLAY=:7
  Xvfb $DISPLAY -screen 0 1440x900x24 -nolisten tcp >/tmp/xvfb.log 2>&1 &
  for _ in $(seq 50); do [ -S /tmp/.X11-unix/X7 ] && break; sleep 0.2; done
  file=$HOUSE/harbour.factmark
  [ "$(as_tester xdg-mime query default application/x-factmark)" = factmark.desktop ] || failed "the program of the type"
  as_tester gio info -a standard::content-type $file | grep -q application/x-factmark || failed "the type of the file, by gio"
  start=$(date +%s)
  as_tester gio open $file >/tmp/window.log 2>&1 &
  id=$(titled "Open a packed project")
  echo "== The window by gio open, in $(($(date +%s) - start)) s: $(as_tester xprop -id "$id" WM_CLASS)"
  picture 1-sent
  as_tester xdotool windowfocus --sync "$id"
  keys Return
  id=$(titled harbour)
  sleep 10
  picture 2-opened
  as_tester xdotool windowfocus --sync "$id"
  keys Tab Return Return Return
  sleep 2
  picture 3-confirmed
  keys ctrl+q
  project=$(dirname "$(find $HOUSE/Documents -name project.db)")
  as_tester factmark export "$project" $HOUSE/out.jsonl --format jsonl --articles all >/dev/null
  echo "== Confirmed by keys: $(grep -o '"status": "confirmed"' $HOUSE/out.jsonl | wc -l) spans"
  grep -q '"status": "confirmed"' $HOUSE/out.jsonl || failed "nothing was confirmed"
}

remove() {
  dpkg --purge factmark >/dev/null
  listed >/tmp/first
  dpkg -i /factmark.deb >/dev/null 2>&1
  dpkg --purge factmark >/dev/null
  listed >/tmp/second
  diff /tmp/first /tmp/second || failed "something stays behind"
  ! grep -i factmark /tmp/second || failed "something stays behind"
  ! grep -l factmark /usr/share/applications/mimeinfo.cache /usr/share/mime/types /usr/share/mime/globs2 2>/dev/null || failed "a cache knows it still"
  echo "== Purged: nothing stays behind"
}
listed() { find / -xdev \( -path /home -o -path /proc -o -path /dev -o -path /tmp -o -path /var/log -o -path /var/cache/man -o -path /factmark.deb \) -prune -o -print | sort; }

"$1"
