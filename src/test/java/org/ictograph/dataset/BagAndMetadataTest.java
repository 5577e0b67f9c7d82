package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data set read by the rules of RFC 8493 (a bag is complete and valid), of the Croissant 1.0 specification and of the
 * DataCite 4.5 schema, typed here from their texts.
 */
class BagAndMetadataTest {
    private static final Videos VIDEOS = new FfmpegVideos();
    private static final Publication LAB =
            new Publication("Rats \"of\" 2019", List.of("Müller, Ä.", "Lab of B"), "University", "2026", "CC-BY-4.0");

    @TempDir
    static Path out;

    private static Path film;
    private static Path set;

    @BeforeAll
    static void write() throws Exception {
        film = out.resolve("M2U00244.avi");
        Footage.write(VIDEOS, film);
        set = write("set", LAB);
    }

    private static Datasets datasets() {
        return new Datasets(VIDEOS, new JsonManifests(), List.of(new RodEpilLayout()), "1.2.3");
    }

    private static Path write(String name, Publication publication) throws Exception {
        Path folder = out.resolve(name);
        ExportOrder order = ExportOrder.of(Footage.small(Profiles.RODEPIL)).published(publication);
        datasets().write(datasets().plan(Footage.colony(VIDEOS, film).request(order)), folder, Progress.NONE);
        return folder;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static Map<String, String> manifest(Path file) throws Exception {
        Map<String, String> entries = new TreeMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            assertTrue(line.matches("[0-9a-f]{64} +\\S.*"), line);
            entries.put(line.substring(64).strip(), line.substring(0, 64));
        }
        return entries;
    }

    @Test
    void theBagIsCompleteAndValid() throws Exception {
        assertEquals(
                "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                Files.readString(set.resolve("bagit.txt"), StandardCharsets.UTF_8));
        Map<String, String> payload = new TreeMap<>();
        long octets = 0;
        try (Stream<Path> files = Files.walk(set.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                payload.put(set.relativize(file).toString().replace('\\', '/'), sha256(file));
                octets += Files.size(file);
            }
        }
        assertEquals(payload, manifest(set.resolve("manifest-sha256.txt")));
        Map<String, String> tags = new TreeMap<>();
        for (String name : List.of("bagit.txt", "bag-info.txt", "manifest-sha256.txt")) {
            tags.put(name, sha256(set.resolve(name)));
        }
        assertEquals(tags, manifest(set.resolve("tagmanifest-sha256.txt")));
        assertEquals(
                "Bag-Software-Agent: Ictograph 1.2.3\nPayload-Oxum: " + octets + "." + payload.size() + "\n",
                Files.readString(set.resolve("bag-info.txt")));
    }

    @Test
    void whatWasDoneToTheBagIsFound() throws Exception {
        Path copy = write("spoilt", LAB);
        Files.writeString(copy.resolve("bag-info.txt"), "Payload-Oxum: 1.1\n");
        Files.writeString(copy.resolve("note.txt"), "mine");
        List<String> findings = new ArrayList<>();
        datasets().verify(copy, Progress.NONE).forEach(finding -> findings.add(finding.toString()));
        assertEquals(
                List.of(
                        "note.txt: The file does not belong to the data set.",
                        "bag-info.txt: The file was changed: its SHA-256 is not the one that tagmanifest-sha256.txt"
                                + " lists."),
                findings);
    }

    @Test
    void theCroissantFileDescribesWhatIsThere() throws Exception {
        Path data = set.resolve("data");
        JsonNode root =
                new ObjectMapper().readTree(data.resolve("croissant.json").toFile());
        for (String key :
                List.of("@context", "@type", "conformsTo", "name", "description", "license", "datePublished")) {
            assertTrue(root.has(key), key);
        }
        assertEquals(
                "http://mlcommons.org/croissant/1.0", root.at("/conformsTo/0").asText());
        assertEquals("https://spdx.org/licenses/CC-BY-4.0", root.path("license").asText());
        assertEquals("2026", root.path("datePublished").asText());
        List<String> clips = new ArrayList<>();
        for (JsonNode file : root.path("distribution")) {
            if (file.path("@type").asText().equals("cr:FileObject")) {
                assertEquals(
                        sha256(data.resolve(file.path("contentUrl").asText())),
                        file.path("sha256").asText());
            } else {
                for (JsonNode pattern : file.path("includes")) {
                    clips.addAll(matching(data, pattern.asText()));
                }
            }
        }
        assertEquals(4, clips.size());
        List<String> header =
                List.of(Files.readAllLines(data.resolve("clips.csv")).get(0).split(",", -1));
        List<String> columns = new ArrayList<>();
        root.at("/recordSet/0/field")
                .forEach(field -> columns.add(field.at("/source/extract/column").asText()));
        assertEquals(header, columns);
        assertEquals("cr:Split", root.at("/recordSet/1/dataType").asText());
        assertEquals("1", root.at("/recordSet/1/data/0/parts~1name").asText());
    }

    private static List<String> matching(Path data, String glob) throws Exception {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(data)) {
            return files.map(data::relativize)
                    .filter(matcher::matches)
                    .map(Path::toString)
                    .toList();
        }
    }

    @Test
    void theTableTellsEachClip() throws Exception {
        List<String> lines = Files.readAllLines(set.resolve("data/clips.csv"));
        assertEquals("clip,sha256,part,subject,positive,classes,recording,cage,start,end,raters,marked", lines.get(0));
        String clip = "1/Feb-1-2019_M2U00244_1_70-3_17-32_S_1.avi";
        assertEquals(
                clip + "," + sha256(set.resolve("data").resolve(clip)) + ",1,70-3,1,seizure,M2U00244,1,10,20,1,0",
                lines.get(4));
    }

    @Test
    void dataCiteHasItsMandatoryFields() throws Exception {
        JsonNode root =
                new ObjectMapper().readTree(set.resolve("data/datacite.json").toFile());
        assertEquals("Müller, Ä.", root.at("/creators/0/name").asText());
        assertEquals("Rats \"of\" 2019", root.at("/titles/0/title").asText());
        assertEquals("University", root.at("/publisher/name").asText());
        assertEquals("2026", root.path("publicationYear").asText());
        assertEquals("Dataset", root.at("/types/resourceTypeGeneral").asText());
        assertEquals("cc-by-4.0", root.at("/rightsList/0/rightsIdentifier").asText());
        JsonNode plain = new ObjectMapper()
                .readTree(write("plain", Publication.NONE)
                        .resolve("data/datacite.json")
                        .toFile());
        assertEquals(":unav", plain.at("/creators/0/name").asText());
        assertEquals("2019", plain.path("publicationYear").asText(), "of the newest recording");
        assertTrue(plain.path("rightsList").isMissingNode());
        assertTrue(Files.readString(out.resolve("plain/data/README.md")).contains("No licence was chosen"));
    }

    @Test
    void theSameStudyGivesTheSameBytesInAnyLocaleAndZone() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Path there = write("there", LAB);
            for (String name : List.of("manifest-sha256.txt", "tagmanifest-sha256.txt")) {
                assertEquals(Files.readString(set.resolve(name)), Files.readString(there.resolve(name)));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
