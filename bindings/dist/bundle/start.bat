@echo off
rem Starts the guide of suiji, and keeps the window open. cmd reads this file in the code page of the system, so it is ASCII.
title suiji
cd /d "%~dp0"
chcp 65001 >nul
suiji.exe %*
set code=%errorlevel%
echo.
pause
exit /b %code%
