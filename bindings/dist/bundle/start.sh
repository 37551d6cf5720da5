#!/bin/sh
# Starts the guide of suiji, and keeps the window open. Double-click it and choose "run in terminal" (在终端中运行), or run it in a terminal.
here=$(dirname "$(readlink -f "$0")")
if [ -x "$here/suiji" ]; then
    PATH=$here:$PATH
    cd "$here" || exit
fi
suiji "$@"
code=$?
if [ -t 0 ]; then
    printf '\n按回车键关闭窗口。'
    read -r _ || :
fi
exit "$code"
