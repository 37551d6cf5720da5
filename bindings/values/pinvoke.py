"""The functions of the C header as the P/Invoke layer of C#.

Handles are passed as SafeHandle, so that the runtime keeps them during a call and refuses closed ones; bytes as arrays; results as `out`.
"""

import re
from pathlib import Path

HEADER = Path(__file__).parents[1] / "c/include/suiji.h"
HEAD = """// Generated from bindings/c/include/suiji.h by bindings/values. Do not edit.

using System;
using System.Runtime.InteropServices;

namespace Suiji
{
    /// <summary>The functions and numbers of the C header, with its comments.</summary>
    internal static class Native
    {
        private const string Library = "suiji_c";

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        internal delegate int Watch(IntPtr context, int stage, long done, long total);
"""
RETURNS = {"int32_t": "int", "int64_t": "long", "size_t": "UIntPtr", "void": "void", "const char *": "IntPtr"}
WATCH = "int32_t (*watch)(void *context, int32_t stage, int64_t done, int64_t total)"
CONSTANT = re.compile(r"((?:^//.*\n)*)^#define (SUIJI_[A-Z0-9_]+) (\d+)$", re.M)
FUNCTION = re.compile(r"((?:^//.*\n)+)^((?:const )?\w+ \*?)(suiji_\w+)\(([^;]*)\);$", re.M)


def parameter(of: str) -> str:
    type_, name = re.fullmatch(r"(.*?)(\w+)", of).groups()
    match type_.strip():
        case "suiji_handle **":
            return f"out IntPtr {'result' if name == 'out' else name}"
        case "const suiji_handle *":
            return f"Handle {'@' if name == 'sealed' else ''}{name}"
        case "const char *":
            return f"byte[] {name}"
        case "const int64_t *":
            return f"long[] {name}"
        case "size_t":
            return f"UIntPtr {name}"
        case "int32_t" | "int64_t" as number:
            return f"{RETURNS[number]} {name}"
        case "int32_t *" | "int64_t *" as number:
            return f"out {RETURNS[number[:-2]]} {name}"
        case "void *" | "suiji_handle *":  # not kept alive: who frees a handle, and what a callback is given
            return f"IntPtr {name}"
        case arrow if arrow.removeprefix("const ").startswith("struct Arrow"):
            return f"IntPtr {name}"
    raise ValueError(f"no type of C# for {of}")


def comment(text: str) -> list[str]:
    lines = [line.removeprefix("//").strip() for line in text.strip().splitlines()]
    return ["", *(f"        // {line}".rstrip() for line in lines)]


def file() -> str:
    header = HEADER.read_text("utf-8")
    lines = []
    for about, name, number in CONSTANT.findall(header):
        lines += comment(about) if about else [""]
        lines.append(f"        internal const int {name.removeprefix('SUIJI_')} = {number};")
    functions = FUNCTION.findall(header)
    declared = re.findall(r"^[^/\n]*\b(suiji_\w+)\(", header, re.M)
    assert [name for _, _, name, _ in functions] == declared, "a function of the header is not understood"
    for about, result, name, parameters in functions:
        parameters = " ".join(parameters.split()).replace(WATCH, "WATCH watch")
        each = [] if parameters == "void" else parameters.split(", ")
        each = ["Watch watch" if one == "WATCH watch" else parameter(one) for one in each]
        lines += comment(about)
        lines.append("        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]")
        lines.append(f"        internal static extern {RETURNS[result.strip()]} {name}({', '.join(each)});")
    return HEAD + "\n".join(lines) + "\n    }\n}\n"

