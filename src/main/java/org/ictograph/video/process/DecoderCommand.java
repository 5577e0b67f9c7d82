package org.ictograph.video.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a decoder process is started: the Java that runs the program, on the same class path, small, without the program's
 * log. Nothing of it, not even a crash report, goes to the working folder.
 *
 * @param main the class that starts it
 * @param reports folder for the report of a crash
 */
record DecoderCommand(Class<?> main, Path reports) {
    private static final List<String> SMALL = List.of(
            "-Xms8m",
            // Enough for the index of days, most of which is never used.
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            // Standard output belongs to the protocol.
            "-XX:+DisplayVMOutputToStderr",
            "-Dfile.encoding=UTF-8",
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
            // Decoders hold most of their memory outside of the heap; a bound derived from the heap would be too small.
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");

    /** Starts one. What it says on its error stream is kept in a file. */
    Process start(Path errors) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(java());
        words.addAll(SMALL);
        words.add("-XX:ErrorFile=" + reports.resolve("ictograph-decoder-%p.log"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("org.bytedeco.javacpp.cache"))
                .forEach(name -> words.add("-D" + name + "=" + System.getProperty(name)));
        words.add(main.getName());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("CLASSPATH", classPath());
        return builder.directory(reports.toFile())
                .redirectError(Redirect.to(errors.toFile()))
                .start();
    }

    /** The report that a crashed one left, when there is one. */
    Path report(long pid) {
        return reports.resolve("ictograph-decoder-" + pid + ".log");
    }

    /** The program's, with what is relative to its working folder made absolute. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String java() {
        Path bin = Path.of(System.getProperty("java.home", ""), "bin");
        for (String name : List.of("java", "java.exe")) {
            if (Files.isExecutable(bin.resolve(name))) {
                return bin.resolve(name).toString();
            }
        }
        return ProcessHandle.current().info().command().orElse("java");
    }
}
