package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @Test
    void numbersInNamesCountAsNumbers() {
        List<Path> sorted = Stream.of("M2U10.mts", "m2u9.mts", "M2U00011.mts", "A.mts", "M2U.mts")
                .map(Path::of)
                .sorted(FileNames.NATURAL)
                .toList();
        assertEquals(
                Stream.of("A.mts", "m2u9.mts", "M2U10.mts", "M2U00011.mts", "M2U.mts")
                        .map(Path::of)
                        .toList(),
                sorted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ch01_20190201093000.mp4",
                "2019-02-01_09-30-00.avi",
                "20190201_093000.mp4",
                "2019-02-01 09.30.00.mov",
                "NVR_ch1_main_20190201093000_20190201100000.dav",
                "20190201T093000123.mkv",
                "Cage 3 2019.02.01 09h30m00.mp4"
            })
    void datesInNamesAreRead(String name) {
        assertEquals(Optional.of(LocalDateTime.of(2019, 2, 1, 9, 30)), FileNames.time(Path.of(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M2U00244.mp4", "20191301_093000.mp4", "2019-02-01.mp4", "120190201093000.mp4", "film.mp4"})
    void otherDigitsAreNoDates(String name) {
        assertEquals(Optional.empty(), FileNames.time(Path.of(name)));
    }
}
