package org.ictograph.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An ext4 file system in a file, of which copies can be taken as a power cut would leave it. Needs root and loop devices. */
final class Disk implements AutoCloseable {
    private final Path image;
    private final Path place;

    private Disk(Path image, Path place) {
        this.image = image;
        this.place = place;
    }

    static boolean possible(Path folder) throws IOException {
        try (Disk disk = make(folder.resolve("try"))) {
            return Files.exists(disk.place);
        } catch (IOException cannot) {
            return false;
        }
    }

    static Disk make(Path name) throws IOException {
        Path image = Path.of(name + ".img");
        Shell.run("truncate", "-s", "64M", image.toString());
        Shell.run("mkfs.ext4", "-q", "-F", image.toString());
        return mount(image, Path.of(name + ".mnt"));
    }

    private static Disk mount(Path image, Path place) throws IOException {
        Files.createDirectories(place);
        Shell.run("mount", "-o", "loop", image.toString(), place.toString());
        return new Disk(image, place);
    }

    Path folder() {
        return place;
    }

    /** What the disk holds at this moment, mounted: what was not synced is not there. */
    Disk cut(Path name) throws IOException {
        Path copy = Path.of(name + ".img");
        Shell.run("cp", "--sparse=always", image.toString(), copy.toString());
        return mount(copy, Path.of(name + ".mnt"));
    }

    @Override
    public void close() throws IOException {
        Shell.run("umount", "-l", place.toString());
        Files.delete(place);
        Files.delete(image);
    }
}
