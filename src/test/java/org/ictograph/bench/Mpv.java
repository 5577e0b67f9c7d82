package org.ictograph.bench;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The player mpv, paused on a file and remote-controlled over its socket; it decodes and shows to nowhere. */
final class Mpv implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Process player;
    private final Path socket;
    private final SocketChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private final StringBuilder heard = new StringBuilder();

    Mpv(Program mpv, Path folder, Path film) throws IOException, InterruptedException {
        socket = folder.resolve("mpv.socket");
        Files.deleteIfExists(socket);
        player = mpv.with(
                        "--no-config",
                        "--vo=null",
                        "--ao=null",
                        "--no-audio",
                        "--pause",
                        "--idle=no",
                        "--keep-open=yes",
                        "--hr-seek=yes",
                        "--really-quiet",
                        "--input-ipc-server=" + socket,
                        film.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int waited = 0; !Files.exists(socket) && waited < PATIENCE_MILLIS; waited += 20) {
            Thread.sleep(20);
        }
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        await("playback-restart");
    }

    /** Seeks to the exact frame at a time and returns when mpv says that it stands there with a new frame. */
    void seek(double seconds) throws IOException {
        heard.setLength(0);
        String command = String.format(Locale.ROOT, "{\"command\":[\"seek\",%.4f,\"absolute+exact\"]}%n", seconds);
        channel.write(ByteBuffer.wrap(command.getBytes(StandardCharsets.UTF_8)));
        await("\"event\":\"seek\"");
        await("playback-restart");
    }

    /** Reads on until a word came by. */
    private void await(String word) throws IOException {
        int at = heard.indexOf(word);
        while (at < 0) {
            bytes.clear();
            if (channel.read(bytes) < 0) {
                throw new IOException("mpv went away.");
            }
            heard.append(StandardCharsets.UTF_8.decode(bytes.flip()));
            at = heard.indexOf(word);
        }
        heard.delete(0, at + word.length());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        player.destroy();
        Files.deleteIfExists(socket);
    }
}
