package org.ictograph.video.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Box;
import org.ictograph.model.FrameRate;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;
import org.junit.jupiter.api.Test;

/** What is sent arrives as it was. */
class WireTest {
    private static Message there(Message message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Wire(new ByteArrayInputStream(new byte[0]), bytes).send(message);
        Wire wire = new Wire(new ByteArrayInputStream(bytes.toByteArray()), new ByteArrayOutputStream());
        Message received = wire.receive();
        assertThrows(EOFException.class, wire::receive);
        return received;
    }

    private static Object sent(Object value) throws IOException {
        return ((Message.Answer) there(new Message.Answer(value))).value();
    }

    @Test
    void recordsArriveEqual() throws Exception {
        ClipOrder order = new ClipOrder(
                Path.of("/a/b ä.avi"),
                List.of(1, 2, 2),
                30,
                new Box(2, 4, 6, 8),
                Optional.of(new Box(2, 4, 2, 2)),
                Fit.PADDED,
                224,
                Codec.FFV1);
        assertEquals(order, sent(order));
        for (Message message : List.of(
                new Message.Ask(new Call.Index(Path.of("/v.mp4"), Optional.empty())),
                new Message.Report(0.25, "a – b"),
                new Message.Show(0, 7, 1L << 40, 3),
                new Message.Thrown(Message.Kind.VIDEO, ""))) {
            assertEquals(message, there(message));
        }
        assertEquals(Optional.of(Instant.EPOCH), sent(Optional.of(Instant.EPOCH)));
    }

    @Test
    void arraysArriveEqual() throws Exception {
        assertArrayEquals(new int[] {1, -2}, (int[]) sent(new int[] {1, -2}));
        assertArrayEquals(new short[] {-3}, (short[]) sent(new short[] {-3}));
        assertArrayEquals(new long[] {Long.MIN_VALUE}, (long[]) sent(new long[] {Long.MIN_VALUE}));
        assertArrayEquals(new boolean[] {true, false}, (boolean[]) sent(new boolean[] {true, false}));
    }

    @Test
    void aRecordingOfTwoFilesArrivesWithItsTimes() throws Exception {
        SpanSet gaps = new SpanSet(List.of(new Span(20, 30)));
        FrameIndex index =
                new FrameIndex(new long[] {0, 10, 30}, new boolean[] {true, false, true}, 40, new long[] {5, 9}, gaps);
        Reel reel = Reel.of(List.of(
                new Reel.Part(Path.of("/1.mp4"), index, 0), new Reel.Part(Path.of("/2.mp4"), index.at(rate()), 500)));
        Reel received = (Reel) sent(reel);
        assertEquals(
                reel.pieces().stream().map(Reel.Piece::start).toList(),
                received.pieces().stream().map(Reel.Piece::start).toList());
        assertEquals(Path.of("/2.mp4"), received.pieces().get(1).file());
        assertArrayEquals(micros(reel.index()), micros(received.index()));
        assertEquals(reel.index().gaps(), received.index().gaps());
        FrameIndex first = received.pieces().get(0).index();
        assertEquals(gaps, first.gaps());
        assertEquals(9, first.keyStamp(1));
        assertEquals(2, first.keyFrame(1));
    }

    private static FrameRate rate() {
        return new FrameRate(25, 1);
    }

    private static long[] micros(FrameIndex index) {
        long[] micros = new long[index.frames()];
        Arrays.setAll(micros, index::microsOf);
        return micros;
    }

    @Test
    void whatIsNoMessageIsRefused() {
        byte[] words = "\0\0\0\5hello".getBytes(StandardCharsets.US_ASCII);
        Wire wire = new Wire(new ByteArrayInputStream(words), new ByteArrayOutputStream());
        assertThrows(IOException.class, wire::receive);
        assertThrows(IllegalArgumentException.class, () -> sent(new Object()));
    }
}
