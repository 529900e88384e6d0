#!/usr/bin/env bash
# assemble.sh PROGRAM LEXICON IMAGE: the files of the image: the program under its two names, the lexicon, the shared
# libraries that the program loads, certificate authorities, and what all of it is (SPDX). Nobody may write any.
set -euo pipefail
readonly program=$1 lexicon=$2 image=$3

mkdir -p "$image/usr/bin" "$image/usr/share/stance" "$image/etc/ssl/certs"
strip -o "$image/usr/bin/stanced" "$program"
ln -s stanced "$image/usr/bin/stancectl"
mkdir "$image/usr/share/stance/lexicon"
cp -r "$lexicon/en" "$image/usr/share/stance/lexicon/"
cp /etc/ssl/certs/ca-certificates.crt "$image/etc/ssl/certs/"

mapfile -t libraries < <(ldd "$image/usr/bin/stanced" | grep -o '/[^ ]*\.so[^ ]*' | sort -u)
for library in "${libraries[@]}"; do
  mkdir -p "$image${library%/*}"
  cp --dereference "$library" "$image$library"
done

"$(dirname "$0")/sbom.py" "$image" "${libraries[@]}" >"$image/usr/share/stance/sbom.spdx.json"

find "$image" -type d -exec chmod 755 {} +
find "$image" -type f -exec chmod 444 {} +
chmod 555 "$image/usr/bin/stanced"
find "$image" -type f -name '*.so*' -exec chmod 555 {} +
# Two builds give one image: no file tells when it was made.
find "$image" -exec touch --no-dereference --date="@${SOURCE_DATE_EPOCH:-0}" {} +
