#!/usr/bin/env bash
# assemble.sh INSTALLED IMAGE: from a tree that `cmake --install` made, the files of the image: programs, lexicon, the
# shared libraries that the programs load, certificate authorities, and what all of it is (SPDX). Nobody may write any.
set -euo pipefail
readonly installed=$1 image=$2

mkdir -p "$image/usr/bin" "$image/usr/share/stance" "$image/etc/ssl/certs"
cp "$installed"/usr/bin/stanced "$installed"/usr/bin/stancectl "$image/usr/bin/"
cp -r "$installed/usr/share/stance/lexicon" "$image/usr/share/stance/"
cp /etc/ssl/certs/ca-certificates.crt "$image/etc/ssl/certs/"

mapfile -t libraries < <(ldd "$image"/usr/bin/* | grep -o '/[^ ]*\.so[^ ]*' | sort -u)
for library in "${libraries[@]}"; do
  mkdir -p "$image${library%/*}"
  cp --dereference "$library" "$image$library"
done

"$(dirname "$0")/sbom.py" "$image" "${libraries[@]}" >"$image/usr/share/stance/sbom.spdx.json"

find "$image" -type d -exec chmod 755 {} +
find "$image" -type f -exec chmod 444 {} +
chmod 555 "$image"/usr/bin/*
find "$image" -type f -name '*.so*' -exec chmod 555 {} +
# Two builds give one image: no file tells when it was made.
find "$image" -exec touch --no-dereference --date="@${SOURCE_DATE_EPOCH:-0}" {} +
