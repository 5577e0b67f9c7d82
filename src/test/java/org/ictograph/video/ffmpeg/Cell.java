package org.ictograph.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One kind of film of the frame-truth matrix.
 *
 * @param container ending of the file's name
 */
record Cell(String container, Coding coding, Stamps stamps) {
    static final int FRAMES = 60;
    private static final int FRAME = 40_000;
    private static final int GAP = 5_000_000;
    private static final int OFFSET = 10_000_000;
    /** What is left of a file that was cut short. */
    private static final double KEPT = 0.8;

    static final List<String> CONTAINERS = List.of("mp4", "mov", "mkv", "avi", "mpg", "ts", "asf");

    /** How pictures are coded: by an encoder of our own library, or with arguments for FFmpeg's program. */
    @SuppressWarnings("ImmutableEnumChecker") // a film is a record of constants
    enum Coding {
        MPEG4_WITH_B(new Film("mpeg4", 2, false)),
        MPEG2_INTERLACED(new Film("mpeg2video", 2, true)),
        MJPEG(new Film("mjpeg", 0, false)),
        FFV1(new Film("ffv1", 0, false)),
        H264(new Film("libopenh264", 0, false)),
        H264_WITH_B("-c:v libx264 -preset veryfast -bf 3 -g 12 -sc_threshold 0"),
        H264_OPEN_GOP("-c:v libx264 -preset veryfast -x264-params open-gop=1:keyint=12:bframes=3:scenecut=0"),
        H264_INTRA_REFRESH("-c:v libx264 -preset veryfast -x264-params intra-refresh=1:keyint=12:bframes=0"),
        H264_444("-c:v libx264 -preset veryfast -bf 3 -g 12 -pix_fmt yuv444p"),
        MPEG4_PACKED("-c:v libxvid -bf 2 -g 12"),
        HEVC_OPEN_GOP("-c:v libx265 -preset veryfast -x265-params keyint=12:bframes=3:scenecut=0:log-level=none");

        private final List<Film> film;
        private final String arguments;

        Coding(Film film) {
            this.film = List.of(film);
            this.arguments = "";
        }

        Coding(String arguments) {
            this.film = List.of();
            this.arguments = arguments;
        }

        /** True when only FFmpeg's program can write it. */
        boolean needsProgram() {
            return film.isEmpty();
        }
    }

    /** What is said about when frames are shown. */
    enum Stamps {
        CONSTANT,
        VARIABLE,
        GAP,
        DUPLICATE,
        OFFSET,
        TRUNCATED;

        private long shown(int frame) {
            return switch (this) {
                case CONSTANT, TRUNCATED -> (long) frame * FRAME;
                case VARIABLE -> frame < 0 ? frame * 33_000L : Clips.variable(frame);
                case GAP -> (long) frame * FRAME + (frame < FRAMES / 2 ? 0 : Cell.GAP);
                case DUPLICATE -> (long) (frame % 10 == 7 ? frame - 1 : frame) * FRAME;
                case OFFSET -> (long) frame * FRAME + Cell.OFFSET;
            };
        }

        private long decoded(int frame) {
            return this == DUPLICATE ? (long) frame * FRAME : shown(frame);
        }

        private String[] arguments() {
            return switch (this) {
                case CONSTANT, TRUNCATED -> new String[0];
                case VARIABLE ->
                    new String[] {
                        "-vf", "setpts=(N+floor(N/4))*0.033/TB+mod(N*7919\\,8)*0.001/TB", "-enc_time_base", "1:1000"
                    };
                case GAP -> new String[] {"-vf", "setpts=PTS+gte(N\\,30)*5/TB"};
                case DUPLICATE ->
                    new String[] {"-bsf:v", "setts=pts=PTS-eq(mod(round(PTS*TB*25)\\,10)\\,7)*0.04/TB:dts=DTS-0.08/TB"};
                case OFFSET -> new String[] {"-output_ts_offset", "10"};
            };
        }
    }

    String name() {
        return String.join("-", container, coding.name(), stamps.name()).toLowerCase(Locale.ROOT);
    }

    /**
     * Writes the film, its frame numbers as bar codes.
     *
     * @param program FFmpeg's program, used where our own encoders do not do
     * @return false when that cannot be written
     */
    boolean write(Path file, String program) throws IOException, InterruptedException {
        if (isNameless()) {
            return false;
        }
        boolean written = coding.needsProgram()
                ? byProgram(file, program)
                : coding.film.get(0).write(file, FRAMES, stamps::shown, stamps::decoded);
        if (written && stamps == Stamps.TRUNCATED) {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, (int) (whole.length * KEPT)));
        }
        return written;
    }

    /** FFmpeg writes such a file, but the container has no name for the codec, so that nobody can read it. */
    private boolean isNameless() {
        return switch (coding) {
            case MJPEG, FFV1 -> List.of("mpg", "ts").contains(container);
            case HEVC_OPEN_GOP -> container.equals("avi");
            default -> false;
        };
    }

    /** How many frames are in the file; Xvid keeps the last two to itself. */
    int frames() {
        return coding == Coding.MPEG4_PACKED ? FRAMES - 2 : FRAMES;
    }

    private boolean byProgram(Path file, String program) throws IOException, InterruptedException {
        Path source = file.resolveSibling("source.mkv");
        if (Files.notExists(source)) {
            new Film("ffv1", 0, false).write(source, FRAMES, n -> (long) n * FRAME, n -> (long) n * FRAME);
        }
        List<String> line = new ArrayList<>(List.of(program, "-v", "error", "-y", "-i", source.toString()));
        line.addAll(List.of("-fps_mode", "passthrough", "-movflags", "+faststart"));
        line.addAll(List.of(coding.arguments.split(" ")));
        line.addAll(Arrays.asList(stamps.arguments()));
        line.add(file.toString());
        Process writing = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("said").toFile())
                .start();
        return writing.waitFor() == 0;
    }
}
