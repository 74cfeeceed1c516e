#!/bin/sh
# Installs the .deb in a bare Debian root, works with it there and takes it away again: `make deb-test`.
# What is mounted is mounted in a namespace of its own, which ends with this script.  Pictures: build/deb-test/*.png.
# DEBIAN_MIRROR and DEBIAN_SUITE name another mirror and suite.
set -eu
script=$(realpath "$0")
cd "$(dirname "$script")/../.."
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
suite=${DEBIAN_SUITE:-bookworm}
place=$PWD/build/deb-test
root=$place/root

skipped() { echo "skipped: $1"; exit 0; }

if [ "${1:-}" != inside ]; then
  [ "$(uname)" = Linux ] || skipped "a Debian root needs Linux"
  [ "$(id -u)" = 0 ] || skipped "a Debian root is made by root alone"
  command -v debootstrap >/dev/null || skipped "debootstrap is missing; type: apt-get install debootstrap"
  unshare --mount --pid --net --fork true 2>/dev/null || skipped "this machine gives nobody namespaces of their own"
  wget -q -T 20 -t 1 -O /dev/null "$mirror/dists/$suite/Release" || skipped "no mirror answers at $mirror"
  exec unshare --mount --pid --fork --kill-child "$script" inside
fi

package=$(ls -t build/factmark_*.deb 2>/dev/null | head -n 1)
[ -n "$package" ] || { echo "There is no package; type: make deb" >&2; exit 1; }
base=$place/$suite.tar
rm -rf --one-file-system "$root"
mkdir -p "$root"
rm -f "$place"/*.png
if [ ! -f "$base" ]; then
  echo "== A bare root of $suite, from $mirror"
  debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$place/debootstrap.log" || { tail "$place/debootstrap.log" >&2; exit 1; }
  tar -C "$root" -cf "$base.part" . && mv "$base.part" "$base"
else
  tar -C "$root" -xf "$base"
fi
cp /etc/resolv.conf "$root/etc/"
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=755 dev "$root/dev"
mkdir "$root/dev/shm" "$root/dev/pts"
mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=666 pts "$root/dev/pts"
for node in "null 3" "zero 5" "full 7" "random 8" "urandom 9"; do
  mknod -m 666 "$root/dev/${node% *}" c 1 "${node#* }"
done
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
cp "$package" "$root/factmark.deb"
cp installers/debian/steps.sh "$root/steps.sh"

bare="env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin ${http_proxy:+http_proxy=$http_proxy} TERM=dumb"
$bare chroot "$root" sh /steps.sh install
$bare unshare --net chroot "$root" sh /steps.sh commands
$bare chroot "$root" sh /steps.sh desktop
$bare unshare --net chroot "$root" sh /steps.sh window || failed=yes
cp "$root"/home/tester/*.png "$place/" 2>/dev/null || true
[ -z "${failed:-}" ] || exit 1
$bare chroot "$root" sh /steps.sh remove
echo "== Pictures: $(cd "$place" && echo *.png)"
