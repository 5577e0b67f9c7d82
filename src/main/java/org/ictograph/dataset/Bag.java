package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The wrapping of a data set, a bag after BagIt 1.0 (RFC 8493): everything of the data set lies in {@code data/}; beside it
 * stand {@code bagit.txt}, {@code bag-info.txt}, the SHA-256 of every file of the payload in {@code manifest-sha256.txt} and
 * those of the other three in {@code tagmanifest-sha256.txt}. Holds no date, so that the same payload gives the same bag.
 */
final class Bag {
    private static final String PAYLOAD = "data";
    private static final String DECLARATION = "bagit.txt";
    private static final String FACTS = "bag-info.txt";
    private static final String TAGS = "tagmanifest-sha256.txt";
    private static final String DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    private static final Set<String> OWN = Set.of(PAYLOAD, DECLARATION, FACTS, TAGS, HashList.FILE);

    private final Path folder;

    Bag(Path folder) {
        this.folder = folder;
    }

    /** Where the data set is; data sets from before have no wrapping. */
    Path payload() {
        return bagged() ? folder.resolve(PAYLOAD) : folder;
    }

    private boolean bagged() {
        return Files.isRegularFile(folder.resolve(DECLARATION));
    }

    /** Makes the folder of the payload, unless it is there. */
    Path open() throws IOException {
        return Files.createDirectories(folder.resolve(PAYLOAD));
    }

    /** Deletes what stands beside the payload, so that nothing of an export that was cut off can stay. */
    void unseal() throws IOException {
        for (String name : List.of(TAGS, FACTS, DECLARATION, HashList.FILE)) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    /**
     * Writes what stands beside the payload.
     *
     * @param agent program and version
     * @param hashes of all files of the payload, by path inside it
     * @return hash of the list of hashes
     */
    String seal(String agent, SortedMap<String, String> hashes) throws IOException {
        SortedMap<String, String> listed = new TreeMap<>();
        hashes.forEach((path, hash) -> listed.put(PAYLOAD + "/" + path, hash));
        Files.writeString(folder.resolve(HashList.FILE), HashList.text(listed));
        Files.writeString(folder.resolve(DECLARATION), DECLARED);
        Files.writeString(
                folder.resolve(FACTS),
                "Bag-Software-Agent: " + agent.replaceAll("\\s+", " ") + "\nPayload-Oxum: " + oxum(hashes) + "\n");
        Files.writeString(folder.resolve(TAGS), HashList.text(tags()));
        return Sha256.of(folder.resolve(HashList.FILE));
    }

    /** Octets and number of the payload's files. */
    private String oxum(Map<String, String> hashes) throws IOException {
        long bytes = 0;
        for (String path : hashes.keySet()) {
            bytes += Files.size(folder.resolve(PAYLOAD).resolve(path));
        }
        return bytes + "." + hashes.size();
    }

    private SortedMap<String, String> tags() throws IOException {
        SortedMap<String, String> tags = new TreeMap<>();
        for (String name : List.of(DECLARATION, FACTS, HashList.FILE)) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                tags.put(name, Sha256.of(file));
            }
        }
        return tags;
    }

    /** The payload's hashes as they are listed, by path inside it. */
    SortedMap<String, String> listed() throws IOException, DatasetException {
        SortedMap<String, String> all = HashList.parse(Files.readString(folder.resolve(HashList.FILE)));
        if (!bagged()) {
            return all;
        }
        SortedMap<String, String> listed = new TreeMap<>();
        for (Map.Entry<String, String> each : all.entrySet()) {
            if (!each.getKey().startsWith(PAYLOAD + "/")) {
                throw new DatasetException(
                        HashList.FILE + " names a file that is not in " + PAYLOAD + ": " + each.getKey());
            }
            listed.put(each.getKey().substring(PAYLOAD.length() + 1), each.getValue());
        }
        return listed;
    }

    /** What is wrong with what stands beside the payload. */
    List<Finding> flaws() throws IOException, DatasetException {
        List<Finding> findings = new ArrayList<>();
        if (!bagged()) {
            return findings;
        }
        try (Stream<Path> beside = Files.list(folder)) {
            for (Path each : beside.sorted().toList()) {
                String name = String.valueOf(each.getFileName());
                if (!OWN.contains(name)) {
                    findings.add(new Finding(name, "The file does not belong to the data set."));
                }
            }
        }
        Path tagList = folder.resolve(TAGS);
        SortedMap<String, String> tags = tags();
        SortedMap<String, String> told =
                Files.isRegularFile(tagList) ? HashList.parse(Files.readString(tagList)) : new TreeMap<>();
        for (String name : List.of(DECLARATION, FACTS, HashList.FILE)) {
            if (!tags.containsKey(name)) {
                findings.add(new Finding(name, "The file is missing."));
            } else if (!tags.get(name).equals(told.get(name))) {
                findings.add(
                        new Finding(name, "The file was changed: its SHA-256 is not the one that " + TAGS + " lists."));
            }
        }
        return findings;
    }
}
