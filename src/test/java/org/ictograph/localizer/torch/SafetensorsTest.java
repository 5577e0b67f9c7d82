package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.localizer.LocalizerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        Path file = folder.resolve("Gewichte ä.safetensors");
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        tensors.put("b", new Safetensors.Tensor(List.of(2L, 3L), new float[] {1, -2, 0.1f, Float.MIN_VALUE, 5, 6}));
        tensors.put("a", new Safetensors.Tensor(List.of(), new float[] {7}));
        tensors.put("none", new Safetensors.Tensor(List.of(0L, 4L), new float[0]));
        Safetensors.write(file, Map.of("classes", "seizure"), tensors);
        try (Safetensors read = Safetensors.open(file)) {
            assertEquals(List.of("b", "a", "none"), read.names());
            assertEquals(Map.of("classes", "seizure"), read.metadata());
            assertEquals(List.of(2L, 3L), read.tensor("b").shape());
            assertArrayEquals(tensors.get("b").numbers(), read.tensor("b").numbers());
            assertArrayEquals(new float[] {7}, read.tensor("a").numbers());
            assertEquals(0, read.tensor("none").numbers().length);
        }
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "no part is left over");
        }
    }

    @Test
    void aFileOfTheReferenceIsWrittenAgainByteForByte() throws Exception {
        Path golden = Golden.of("vivit").folder().resolve("model.safetensors");
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        Path copy = folder.resolve("copy.safetensors");
        try (Safetensors read = Safetensors.open(golden)) {
            for (String name : read.names()) {
                tensors.put(name, read.tensor(name));
            }
            Safetensors.write(copy, read.metadata(), tensors);
        }
        assertArrayEquals(Files.readAllBytes(golden), Files.readAllBytes(copy));
    }

    @ParameterizedTest
    @CsvSource({
        "F16, 003c, 1",
        "F16, 00c0, -2",
        "F16, 0100, 5.9604645e-8",
        "F16, ff7b, 65504",
        "F16, 007c, Infinity",
        "BF16, 803f, 1",
        "BF16, 49c0, -3.140625",
        "F64, 000000000000f03f, 1",
        "I64, feffffffffffffff, -2",
        "U8, ff, 255",
        "I8, ff, -1",
        "BOOL, 01, 1",
        "I32, ffffffff, -1",
        "U16, ffff, 65535",
    })
    void otherNumbersBecomeFloats(String kind, String bytes, float number) throws Exception {
        byte[] body = java.util.HexFormat.of().parseHex(bytes);
        Path file = file(
                "{\"x\":{\"dtype\":\"" + kind + "\",\"shape\":[1],\"data_offsets\":[0," + body.length + "]}}", body);
        try (Safetensors read = Safetensors.open(file)) {
            assertArrayEquals(new float[] {number}, read.tensor("x").numbers());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "7",
                "{\"x\":7}",
                "{\"x\":{\"dtype\":\"F8\",\"shape\":[8],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"y\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,18446744073709551624]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":{\"0\":2},\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,2],\"data_offsets\":[0,8]}}",
            })
    void aHeaderThatContradictsItselfIsRefusedInASentence(String header) throws Exception {
        assertSentence(file(header, new byte[8]), "damaged");
    }

    @Test
    void aLengthThatLiesIsRefused() throws Exception {
        for (long length : new long[] {-1, Long.MIN_VALUE, 17, Integer.MAX_VALUE, Long.MAX_VALUE}) {
            ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            assertSentence(
                    Files.write(folder.resolve("lies"), bytes.putLong(length).array()), "damaged");
        }
        assertSentence(Files.write(folder.resolve("empty"), new byte[0]), "damaged");
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        assertSentence(file("{\"x\":" + "[".repeat(100_000), new byte[0]), "damaged");
    }

    @Test
    void aTruncatedFileIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(Golden.of("vivit").folder().resolve("model.safetensors"));
        for (int length : new int[] {4, 8, 100, whole.length - 1}) {
            assertSentence(Files.write(folder.resolve("short"), java.util.Arrays.copyOf(whole, length)), "damaged");
        }
    }

    @Test
    void picklesAreRefusedWithTheReason() throws Exception {
        assertSentence(
                Files.write(folder.resolve("a.pth"), new byte[] {(byte) 0x80, 2, 'c', 'o', 's', '\n'}), "can run code");
        assertSentence(Files.write(folder.resolve("b.pt"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0}), "can run code");
    }

    /** A header of 128 bytes, 80 00 in the file, begins as a pickle of protocol 0 would; one of 896 bytes as one of 3. */
    @Test
    void noHeaderIsTakenForAPickle() throws Exception {
        for (int length : new int[] {128, 384, 896}) {
            String header = "{\"__metadata__\":{\"a\":\"" + "x".repeat(length - 25) + "\"}}";
            assertEquals(length, header.length());
            java.nio.ByteBuffer file = java.nio.ByteBuffer.allocate(8 + length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            file.putLong(length).put(header.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Path written = Files.write(folder.resolve(length + ".safetensors"), file.array());
            try (Safetensors read = Safetensors.open(written)) {
                assertEquals(
                        length - 25, String.valueOf(read.metadata().get("a")).length());
            }
        }
    }

    @Test
    void aMissingFileIsASentence() {
        assertSentence(folder.resolve("absent"), "cannot be opened");
    }

    private static void assertSentence(Path file, String part) {
        LocalizerException told = assertThrows(
                LocalizerException.class, () -> Safetensors.open(file).close());
        String sentence = String.valueOf(told.getMessage());
        assertTrue(sentence.contains(part), sentence);
        assertTrue(sentence.contains(file.getFileName().toString()), sentence);
    }

    private Path file(String header, byte[] body) throws Exception {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + body.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text).put(body);
        return Files.write(folder.resolve("made.safetensors"), bytes.array());
    }
}
