"""Makes a list of components independent of the machine: `sbom.py IN ROOT OUT`. Paths below ROOT, the folder of the sources, become relative,
and the date is that of the commit."""

import json
import os
import re
import sys
from datetime import datetime, timezone
from pathlib import Path


def main() -> None:
    source, root, out = sys.argv[1:]
    text = Path(source).read_text("utf-8").replace(f"file://{root}/", "file:///").replace(f"{root}/", "")
    # The tool adds where it found the crates of this workspace.
    found = json.loads(re.sub(r'\?download_url=file://[^"#]*', "", text))
    found.pop("serialNumber", None)
    date = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), timezone.utc)
    found["metadata"]["timestamp"] = date.strftime("%Y-%m-%dT%H:%M:%SZ")
    found["components"].sort(key=lambda one: one["bom-ref"])
    without = [one["name"] for one in found["components"] if not one.get("licenses")]
    assert not without, f"components without a licence: {without}"
    Path(out).write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    print(f"{Path(out).name}: {len(found['components'])} components")


main()
