"""Makes a zip of a folder: `zip.py ARCHIVE FOLDER`. Names are marked as UTF-8, and the same content gives the same bytes."""

import os
import sys
import time
import zipfile
from pathlib import Path


def main() -> None:
    archive, folder = Path(sys.argv[1]), Path(sys.argv[2])
    date = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = path.stat().st_mode << 16
            packed.writestr(entry, path.read_bytes())


main()
