package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The profiles at hand: those that are built in, and those of the lab, by name.
 *
 * @param troubles a sentence for each file of the lab that is no profile
 */
public record ProfileShelf(List<Profile> profiles, List<String> troubles) {
    /** Without those of a lab. */
    public static final ProfileShelf BUILT_IN = new ProfileShelf(Profiles.all(), List.of());

    public ProfileShelf {
        profiles = List.copyOf(profiles);
        troubles = List.copyOf(troubles);
    }

    /**
     * @param folder of the lab's files; it need not be there
     */
    public static ProfileShelf of(Path folder) {
        List<Profile> profiles = new ArrayList<>(Profiles.all());
        List<String> troubles = new ArrayList<>();
        List<Path> files = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                files = found.filter(file -> file.toString().endsWith(ProfileFile.ENDING))
                        .sorted()
                        .toList();
            } catch (IOException unreadable) {
                troubles.add("The profiles in " + folder + " cannot be read: " + unreadable.getMessage() + ".");
            }
        }
        for (Path file : files) {
            try {
                Profile profile = ProfileFile.read(file);
                if (!profiles.contains(profile)) {
                    profiles.add(profile);
                }
            } catch (DatasetException refused) {
                troubles.add(String.valueOf(refused.getMessage()));
            }
        }
        return new ProfileShelf(profiles, troubles);
    }

    /**
     * The profile of a name.
     *
     * @throws DatasetException when there is none, or its file is refused
     */
    public Profile named(String id) throws DatasetException {
        Optional<Profile> found =
                profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        for (String trouble : troubles) {
            if (trouble.contains("/" + id + ProfileFile.ENDING) || trouble.contains("\\" + id + ProfileFile.ENDING)) {
                throw new DatasetException(trouble);
            }
        }
        throw new DatasetException("There is no profile " + id + ", only "
                + profiles.stream().map(Profile::id).collect(Collectors.joining(", ")) + ".");
    }
}
