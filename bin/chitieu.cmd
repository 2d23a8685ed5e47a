@echo off
node "%~dp0chitieu" %*
