#!/bin/sh
# Build build/Factmark-VERSION-ARCHITECTURE.AppImage of the frozen program: `make appimage`.
# The folder is tried in any case; the one file is made of it by appimagetool, named by $APPIMAGETOOL or found on the path.
set -eu
cd "$(dirname "$0")/../.."
frozen=build/frozen/factmark
folder=build/Factmark.AppDir
[ -x "$frozen/factmark" ] || { echo "There is no frozen build in $frozen; type: make frozen" >&2; exit 1; }

rm -rf "$folder"
mkdir -p "$folder/usr/lib" "$folder/usr/share/applications" "$folder/usr/share/metainfo" "$folder/usr/share/mime/packages" \
  "$folder/usr/share/icons/hicolor/scalable/apps"
cp -a "$frozen" "$folder/usr/lib/factmark"
cp installers/appimage/AppRun "$folder/AppRun"
cp installers/factmark.desktop "$folder/factmark.desktop"
cp installers/factmark.desktop "$folder/usr/share/applications/factmark.desktop"
cp installers/factmark.xml "$folder/usr/share/mime/packages/factmark.xml"
cp installers/org.factmark.Factmark.metainfo.xml "$folder/usr/share/metainfo/org.factmark.Factmark.appdata.xml"
cp ui/look/factmark.svg "$folder/factmark.svg"
cp ui/look/factmark.svg "$folder/usr/share/icons/hicolor/scalable/apps/factmark.svg"
ln -s factmark.svg "$folder/.DirIcon"

said=$("$folder/AppRun" --version)
version=${said##* }
echo "$folder answers: $said"

tool=${APPIMAGETOOL:-$(command -v appimagetool || true)}
if [ -z "$tool" ]; then
  echo "skipped: there is no appimagetool here, which makes one file of $folder"
  exit 0
fi
machine=$(uname -m)
image="build/Factmark-$version-$machine.AppImage"
ARCH="$machine" VERSION="$version" "$tool" --no-appstream "$folder" "$image"
echo "$image: $("$image" --appimage-extract-and-run --version)"
