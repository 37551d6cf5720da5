"""Makes the package for NuGet: `pack.py OUT DLL XML RID=FILE…`, with a native library for each runtime identifier, such as linux-x64.

A package is a zip with a description. It is made here, not by `dotnet pack`, because the .NET SDK is not available. Its
bytes depend only on its content.
"""

import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).parents[2]
DATE = (1980, 1, 1, 0, 0, 0)
DESCRIPTION = "The auditable double-random draw (双随机) of inspections: sealed, drawn and verified by anyone."

NUSPEC = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>Suiji</id>
    <version>{version}</version>
    <authors>{authors}</authors>
    <license type="expression">{license}</license>
    <readme>README.md</readme>
    <description>{description}</description>
    <tags>lottery audit inspection</tags>
    <dependencies>
      <group targetFramework=".NETStandard2.0" />
    </dependencies>
  </metadata>
</package>
"""
TYPES = """<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />
{types}
</Types>
"""
RELATIONSHIPS = """<?xml version="1.0" encoding="utf-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/Suiji.nuspec" Id="R1" />
</Relationships>
"""


def workspace(key: str) -> str:
    """A value of the workspace's Cargo.toml, the only place of the version."""
    text = (ROOT / "Cargo.toml").read_text("utf-8")
    return re.search(rf'^{key} = \[?"(.*?)"', text, re.M).group(1)


def files(dll: Path, xml: Path, natives: dict[str, Path]) -> dict[str, bytes]:
    content = {
        "lib/netstandard2.0/Suiji.dll": dll.read_bytes(),
        "lib/netstandard2.0/Suiji.xml": xml.read_bytes(),
        "README.md": (ROOT / "bindings/csharp/README.md").read_bytes(),
        "LICENSE-APACHE": (ROOT / "LICENSE-APACHE").read_bytes(),
        "LICENSE-MIT": (ROOT / "LICENSE-MIT").read_bytes(),
    }
    for runtime, library in natives.items():
        content[f"runtimes/{runtime}/native/{library.name}"] = library.read_bytes()
    values = {"version": workspace("version"), "authors": workspace("authors"), "license": workspace("license"), "description": DESCRIPTION}
    content["Suiji.nuspec"] = NUSPEC.format(**{key: escape(value) for key, value in values.items()}).encode()
    extensions = sorted({Path(name).suffix[1:] for name in content if Path(name).suffix})
    types = [f'  <Default Extension="{one}" ContentType="application/octet" />' for one in extensions]
    types += [f'  <Override PartName="/{name}" ContentType="application/octet" />' for name in sorted(content) if not Path(name).suffix]
    return {"[Content_Types].xml": TYPES.format(types="\n".join(types)).encode(), "_rels/.rels": RELATIONSHIPS.encode(), **content}


def main() -> None:
    out, dll, xml, *natives = sys.argv[1:]
    libraries = {runtime: Path(file) for runtime, file in (one.split("=", 1) for one in natives)}
    path = Path(out) / f"Suiji.{workspace('version')}.nupkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files(Path(dll), Path(xml), libraries).items():
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, data)
    print(path)


main()
