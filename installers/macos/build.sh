#!/bin/sh
# Build build/Factmark-VERSION.dmg: the frozen program as Factmark.app, tried, in a disk image.
# Needs Python 3.11 or newer ($PYTHON) and Apple's command line tools.  Signed only where $SIGNING_IDENTITY names a
# certificate, and notarized only where $NOTARY_PROFILE names what `xcrun notarytool store-credentials` kept.
set -eu
cd "$(dirname "$0")/../.."
[ "$(uname)" = Darwin ] || { echo "This builds on macOS alone." >&2; exit 1; }

freezer=build/freezer
[ -x "$freezer/bin/python" ] || "${PYTHON:-python3}" -m venv "$freezer"
for lock in requirements.lock installers/frozen/builder.lock; do
  "$freezer/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$lock"
done
"$freezer/bin/python" installers/icons.py build/icons
"$freezer/bin/pyinstaller" --noconfirm --log-level ERROR --distpath build/frozen --workpath build/freezing installers/frozen/factmark.spec

app=build/frozen/Factmark.app
program="$app/Contents/MacOS/factmark"
version=$("$program" --version)
version=${version##* }
QT_QPA_PLATFORM=offscreen "$program" demo

if [ -n "${SIGNING_IDENTITY:-}" ]; then
  codesign --force --deep --options runtime --timestamp --sign "$SIGNING_IDENTITY" "$app"
  codesign --verify --deep --strict "$app"
else
  echo "Not signed: a person opens it the first time by Control-click, Open."
fi

image="build/Factmark-$version.dmg"
folder=build/macos
rm -rf "$folder" "$image"
mkdir -p "$folder"
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -quiet -volname Factmark -srcfolder "$folder" -format UDZO "$image"
if [ -n "${NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
fi
echo "$image"
