package org.ictograph.video.process;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.FrameReader;
import org.ictograph.video.LumaVisitor;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;

/**
 * A decoder process with real faults, which the name of the file asks for: {@code hang-50.mkv} hangs at frame 50, and so on
 * for each {@link Fault}; {@code hang-index.mkv} does so when its index is made, {@code crash-cut.mkv} in the middle of a clip.
 */
public final class FaultyDecoder {
    private static final Pattern FAULT = Pattern.compile("(\\w+)-(\\w+)\\.\\w+");

    private FaultyDecoder() {}

    enum Fault {
        HANG,
        CRASH,
        EXIT,
        MEMORY,
        SLOW,
        DEFECT,
        NONE
    }

    public static void main(String[] args) {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        new DecoderHost(faulty(), FfmpegVideos::packetsRead, new BufferedInputStream(System.in), out).run();
        Runtime.getRuntime().halt(0);
    }

    private static Videos faulty() {
        FfmpegVideos videos = new FfmpegVideos();
        return proxy(Videos.class, (method, arguments) -> {
            if (arguments != null) {
                Path file =
                        arguments[0] instanceof Reel reel ? reel.pieces().get(0).file() : (Path) arguments[0];
                Matcher name = FAULT.matcher(file.getFileName().toString());
                if (name.matches() && name.group(2).equals(method.getName())) {
                    if (arguments[1] instanceof List<?> orders) {
                        Files.writeString(((ClipOrder) orders.get(0)).file(), "begun");
                    }
                    fail(Fault.valueOf(name.group(1).toUpperCase(Locale.ROOT)));
                }
            }
            Object result = method.invoke(videos, arguments);
            return result instanceof FrameReader reader ? faulty(reader, (Reel) arguments[0]) : result;
        });
    }

    private static FrameReader faulty(FrameReader reader, Reel reel) {
        Matcher name = FAULT.matcher(reel.pieces().get(0).file().getFileName().toString());
        if (!name.matches() || !name.group(2).matches("\\d+")) {
            return reader;
        }
        Fault fault = Fault.valueOf(name.group(1).toUpperCase(Locale.ROOT));
        int fatal = Integer.parseInt(name.group(2));
        return proxy(FrameReader.class, (method, arguments) -> {
            if (method.getName().equals("read") && (int) arguments[0] == fatal) {
                if (fault == Fault.SLOW) {
                    dawdle(reader);
                } else {
                    fail(fault);
                }
            }
            if (method.getName().equals("scan")) {
                LumaVisitor visitor = (LumaVisitor) arguments[2];
                arguments[2] = (LumaVisitor) (frame, micros, luma) -> {
                    if (frame == fatal) {
                        fail(fault);
                    }
                    visitor.visit(frame, micros, luma);
                };
            }
            return method.invoke(reader, arguments);
        });
    }

    /** Works for longer than anybody would wait for one who is silent. */
    private static void dawdle(FrameReader reader) throws Exception {
        Picture picture = new Picture(reader.width(), reader.height());
        long end = System.nanoTime() + 6_000_000_000L;
        while (System.nanoTime() < end) {
            reader.readKey(0, picture);
            reader.readKey(reader.index().frames() - 1, picture);
        }
    }

    private static void fail(Fault fault) {
        switch (fault) {
            case HANG -> {
                while (true) {
                    Thread.onSpinWait();
                }
            }
            case CRASH -> {
                try (BytePointer wild = new BytePointer() {
                    {
                        address = 8;
                    }
                }) {
                    wild.put((byte) 1);
                }
            }
            case EXIT -> Runtime.getRuntime().halt(7);
            case MEMORY -> throw new OutOfMemoryError("native");
            case DEFECT -> throw new IllegalStateException("a defect");
            default -> {}
        }
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return answer.to(method, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
