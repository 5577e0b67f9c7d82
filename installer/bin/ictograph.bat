@echo off
rem Starts Ictograph from the folder it lies in, with the Java runtime there; where it was packed without one, with a
rem runtime 17 or newer: JAVA_HOME, or java on the PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%~dp0..\runtime\bin\java.exe" set "JAVA=%~dp0..\runtime\bin\java"
rem PyTorch's idle threads leave the cores to the video decoder, and its warnings to itself.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
if not defined TORCH_CPP_LOG_LEVEL set "TORCH_CPP_LOG_LEVEL=ERROR"
"%JAVA%" -Dfile.encoding=UTF-8 "-Dictograph.home=%~dp0.." -cp "%~dp0..\lib\*" org.ictograph.app.Main %*
