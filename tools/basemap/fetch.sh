#!/bin/sh
# Downloads and unpacks the two Debian packages that hold map data; installs nothing, needs no root.
# Usage: tools/basemap/fetch.sh FOLDER   (then: build.py --debian FOLDER)
set -eu
folder=$1
if [ -f "$folder/.complete" ]; then exit 0; fi
mkdir -p "$folder/packages"
cd "$folder/packages"
apt-get download libmagics++-data qgis-common
for package in ./*.deb; do dpkg -x "$package" ..; done
rm -f ./*.deb
touch ../.complete
