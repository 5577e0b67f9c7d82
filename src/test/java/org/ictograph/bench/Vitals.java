package org.ictograph.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What a running program holds on to at one moment, on Linux.
 *
 * @param minute since the start
 * @param heap size of the objects that can be reached, MB; what the collector says is used is up to 25 MB more and varies
 * @param resident memory of the program, MB
 * @param children resident memory of its decoder processes, MB
 * @param processes number of these
 * @param handles open files of the program and its processes
 * @param threads of the program
 */
record Vitals(double minute, double heap, double resident, double children, int processes, int handles, int threads) {
    private static final double KILO = 1024;

    static Vitals at(double minute) throws IOException {
        double heap = Math.min(reachable(), reachable());
        long own = ProcessHandle.current().pid();
        long[] decoders = ProcessHandle.current()
                .descendants()
                .mapToLong(ProcessHandle::pid)
                .toArray();
        double children = 0;
        int handles = handles(own);
        for (long decoder : decoders) {
            children += resident(decoder);
            handles += handles(decoder);
        }
        return new Vitals(
                minute,
                heap,
                resident(own),
                children,
                decoders.length,
                handles,
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** Counts after a collection, which native code that reads an array just then can put off: count twice. */
    private static double reachable() {
        try {
            String counted = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()})
                    .toString()
                    .strip();
            String total = counted.substring(counted.lastIndexOf(' ') + 1);
            return Long.parseLong(total) / KILO / KILO;
        } catch (JMException unsupported) {
            throw new IllegalStateException("This Java cannot count its objects.", unsupported);
        }
    }

    private static double resident(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .sum()
                    / KILO;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static int handles(long process) {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process + "/fd"))) {
            return (int) open.count();
        } catch (IOException ended) {
            return 0;
        }
    }
}
