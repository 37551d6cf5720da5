"""Writes the guide of a bundle as a page: `guide.py PLATFORM >使用说明.html`. PLATFORM is `package` for
the .deb and .rpm. It needs the package Markdown."""

import sys
from pathlib import Path

import markdown

FOLDER = Path(__file__).parent / "bundle"

ABOUT_PAGE = "核验网页：用浏览器打开，把抽取记录或公示文本拖进去，即可核验；不联网，不上传任何内容"
REST = (
    f"| suiji-verify.html | {ABOUT_PAGE} |\n| 使用说明.html | 本说明 |\n| 许可证 | 本程序的许可证，以及程序中所用各库的许可证 |"
)

WINDOWS = {
    "how": "1. 右键单击压缩包，选“全部解压缩”，解压到一个文件夹，例如“文档”中的“随机抽查”。不要在压缩包里直接运行。\n"
    "2. 打开这个文件夹，双击 **开始.bat**。\n\n"
    "第一次打开时，Windows 可能提示“已保护你的电脑”，因为程序没有代码签名证书。先按发布页上的 `SHA256SUMS` 核对压缩包"
    "（在命令提示符中：`certutil -hashfile 压缩包 SHA256`），相同的，再点“更多信息”“仍要运行”。需要 Windows 10 或更新版本，64 位。",
    "demo": "在文件夹的地址栏输入 `cmd` 并回车，再输入 `suiji demo 演示`。",
    "folder": "本文件夹",
    "files": "| 开始.bat | 双击即可开始 |\n| suiji.exe | 程序本身 |\n" + REST,
    "problems": "- 中文显示为方框：在窗口标题栏单击右键，选“属性”“字体”，换成“新宋体”。\n"
    "- 双击后窗口一闪就消失：压缩包没有解压，或杀毒软件删除了 suiji.exe。",
}
LINUX = {
    "how": "1. 右键单击压缩包，选“解压到此处”。\n"
    "2. 打开解压出的文件夹，双击 **开始.sh**，选“在终端中运行”。没有这一选项的，在文件夹的空白处单击右键，选“在终端中打开”，输入 `./开始.sh`。\n\n"
    "适用于银河麒麟 V10、统信 UOS 等（glibc 2.17 或更新版本）。飞腾、鲲鹏的机器用 aarch64 版，海光、兆芯、英特尔的机器用 x86_64 版。"
    "先按发布页上的 `SHA256SUMS` 核对压缩包：`sha256sum 压缩包`。",
    "demo": "在文件夹中打开终端，输入 `./suiji demo 演示`。",
    "folder": "本文件夹",
    "files": "| 开始.sh | 双击即可开始 |\n| suiji | 程序本身 |\n" + REST,
    "problems": "- 提示没有权限：在终端中输入 `chmod +x suiji 开始.sh`。\n"
    "- 系统禁止运行未签名的程序（统信 UOS、银河麒麟的安全设置）：请系统管理员放行，或在系统的安全中心允许。",
}
PACKAGE = {
    "how": "在应用菜单中打开 **随机抽查**，或在终端中输入 `suiji`。案件保存在当前文件夹中：从菜单打开时，就是主文件夹。\n\n"
    "适用于银河麒麟 V10、统信 UOS、openEuler、Debian 等（glibc 2.17 或更新版本）。",
    "demo": "在终端中输入 `suiji demo 演示`。",
    "folder": "主文件夹",
    "files": "| 应用菜单中的“随机抽查” | 点击即可开始 |\n| /usr/bin/suiji | 程序本身；`man suiji` 显示手册 |\n"
    "| /usr/share/doc/suiji/suiji-verify.html | " + ABOUT_PAGE + " |\n| /usr/share/doc/suiji/使用说明.html | 本说明 |\n"
    "| /usr/share/doc/suiji/copyright | 许可证 |",
    "problems": "- 应用菜单中没有“随机抽查”：请注销后重新登录，或在终端中输入 `suiji`。",
}

PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>suiji 随机：使用说明</title>
<style>
body {{ max-width: 46em; margin: 2em auto; padding: 0 1em; line-height: 1.7; font-family: "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }}
table {{ border-collapse: collapse; }}
td, th {{ border: 1px solid #bbb; padding: .3em .6em; text-align: left; vertical-align: top; }}
</style>
{body}
</html>
"""


def main() -> None:
    words = {"windows": WINDOWS, "linux": LINUX, "package": PACKAGE}[sys.argv[1].split("-")[0]]
    text = (FOLDER / "guide.zh-CN.md").read_text("utf-8").format(**words)
    body = markdown.markdown(text, extensions=["tables"], output_format="html")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(PAGE.format(body=body), end="")


main()
