@echo off
rem Starts Ictograph from the folder it lies in. Needs a Java runtime 17 or newer: JAVA_HOME, or java on the PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -Dfile.encoding=UTF-8 -cp "%~dp0..\lib\*" org.ictograph.app.Main %*
