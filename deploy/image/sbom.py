#!/usr/bin/env python3
"""sbom.py IMAGE LIBRARY...: what is in the image, as SPDX 2.3 in JSON on the standard output: stance, its lexicon, the Debian
packages of the shared libraries and certificates, those whose headers are compiled in, and the checksum of every program and
library. The same image gives the same bytes (SOURCE_DATE_EPOCH is the time of creation, 0 unless set).
"""

import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

# Libraries that are headers only: compiled into the programs.
COMPILED_IN = ["libcli11-dev", "libkainjow-mustache-dev", "libspdlog-dev", "libtomlplusplus-dev"]


def dpkg_query(*arguments):
    return subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True, check=True).stdout


def owner(library):
    """The Debian package that a library is of; dpkg knows some by their path before /lib became /usr/lib."""
    real = os.path.realpath(library)
    for path in (library, real, real.removeprefix("/usr"), "/usr" + library):
        try:
            return dpkg_query("-S", path).split(":")[0]
        except subprocess.CalledProcessError:
            continue
    raise SystemExit(f"sbom.py: {library} is of no Debian package")


def spdx_id(name):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.]", "-", name)


def debian_package(name):
    version, source, architecture, homepage = dpkg_query(
        "-W", "-f", "${Version}\t${source:Package}\t${Architecture}\t${Homepage}\n", name
    ).splitlines()[0].split("\t")
    return package(
        name, version, homepage=homepage, supplier="Organization: Debian",
        purl=f"pkg:deb/debian/{name}@{version}?arch={architecture}&distro=debian-12&source={source}",
    )


def package(name, version, *, purl, supplier="NOASSERTION", homepage="", licence="NOASSERTION"):
    entry = {
        "SPDXID": spdx_id(name), "name": name, "versionInfo": version, "supplier": supplier,
        "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": licence, "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl}],
    }
    if homepage:
        entry["homepage"] = homepage
    return entry


def file_entry(image, path):
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    sha1 = hashlib.sha1(path.read_bytes()).hexdigest()
    name = "/" + str(path.relative_to(image))
    return {
        "SPDXID": spdx_id("file" + name), "fileName": name, "licenseConcluded": "NOASSERTION",
        "copyrightText": "NOASSERTION",
        "checksums": [{"algorithm": "SHA1", "checksumValue": sha1}, {"algorithm": "SHA256", "checksumValue": digest}],
    }


def main(image, libraries):
    version = subprocess.run(
        [image / "usr/bin/stanced", "--version"], capture_output=True, text=True, check=True
    ).stdout.split()[-1]
    lexicon = (image / "usr/share/stance/lexicon/en/VERSION").read_text().split("\n")[0]
    shared = sorted({owner(library) for library in libraries} | {"ca-certificates"})
    packages = [
        package("stance", version, purl=f"pkg:generic/stance@{version}", licence="Apache-2.0"),
        package("stance-lexicon-en", lexicon, purl=f"pkg:generic/stance-lexicon-en@{lexicon}", licence="Apache-2.0"),
        *map(debian_package, shared), *map(debian_package, COMPILED_IN),
    ]
    files = [file_entry(image, path) for path in sorted(image.rglob("*")) if path.is_file() and
             ("/usr/bin/" in str(path) or ".so" in path.name)]
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", "stance"), ("stance", "CONTAINS", "stance-lexicon-en")]
    relations += [("stance", "DYNAMIC_LINK", name) for name in shared if name != "ca-certificates"]
    relations += [("stance", "CONTAINS", "ca-certificates")] + [("stance", "STATIC_LINK", name) for name in COMPILED_IN]
    contents = hashlib.sha256(json.dumps([packages, files], sort_keys=True).encode()).hexdigest()
    created = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.timezone.utc)
    json.dump(
        {
            "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"stance-{version}",
            "documentNamespace": f"https://spdx.org/spdxdocs/stance-{version}-{contents}",
            "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: deploy/image/sbom.py"]},
            "packages": packages, "files": files,
            "relationships": [
                {"spdxElementId": a if a.startswith("SPDXRef-") else spdx_id(a), "relationshipType": kind,
                 "relatedSpdxElement": spdx_id(b)}
                for a, kind, b in relations
            ],
        },
        sys.stdout, indent=1,
    )
    print()


main(pathlib.Path(sys.argv[1]), sys.argv[2:])
