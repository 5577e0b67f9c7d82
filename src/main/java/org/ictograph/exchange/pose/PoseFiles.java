package org.ictograph.exchange.pose;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.exchange.PoseFile;
import org.ictograph.exchange.PoseReader;

/** Key points of DeepLabCut, as CSV or HDF5, and of SLEAP, as an analysis file in HDF5. What a file is its content says. */
public final class PoseFiles implements PoseReader {
    private static final String DEEPLABCUT = "DeepLabCut";
    private static final String SLEAP = "SLEAP";
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    @Override
    public PoseFile read(Path file) throws ExchangeException {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.isDirectory(file)) {
                throw new ExchangeException("“" + file + "” is a folder, not a file of key points.");
            }
            if (Files.size(file) == 0) {
                throw new ExchangeException("“" + name + "” is empty.");
            }
            String fingerprint = fingerprint(file);
            if (!head(file, HDF5.length).equals(ByteBuffer.wrap(HDF5))) {
                return whole(file, DEEPLABCUT, fingerprint, false, DeepLabCutCsv.read(file));
            }
            if (Files.size(file) < end(file)) {
                throw new ExchangeException("“" + name + "” was cut off: it should have " + end(file)
                        + " bytes, but has " + Files.size(file) + ". Copy it anew.");
            }
            return hdf(file, name, fingerprint);
        } catch (NoSuchFileException missing) {
            throw new ExchangeException("There is no file “" + file + "”.", missing);
        } catch (IOException unreadable) {
            throw new ExchangeException("“" + file + "” cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static PoseFile whole(
            Path file, String program, String fingerprint, boolean openEnded, List<KeyPoints> tracks)
            throws IOException {
        return new PoseFile(
                program, Files.size(file), fingerprint, tracks.get(0).frames(), openEnded, tracks);
    }

    private static ByteBuffer head(Path file, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ByteBuffer.wrap(in.readNBytes(bytes)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /**
     * How long an HDF5 file says that it is: its superblock names its end after base and free space in the versions 0 and 1,
     * after base and extension in 2 and 3 (HDF5 file format 3.0, section II.A). A file that is cut off there needs no look.
     */
    private static long end(Path file) throws IOException {
        ByteBuffer head = head(file, 56);
        if (head.limit() < 56) {
            return 56;
        }
        int at =
                switch (head.get(8)) {
                    case 0 -> 40;
                    case 1 -> 44;
                    default -> 28;
                };
        return head.getLong(at);
    }

    /** SHA-256 of the content. */
    private static String fingerprint(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }

    private static PoseFile hdf(Path file, String name, String fingerprint) throws IOException, ExchangeException {
        try (HdfFile hdf = new HdfFile(file)) {
            Map<String, Node> children = hdf.getChildren();
            if (children.containsKey("tracks") && children.containsKey("node_names")) {
                return whole(file, SLEAP, fingerprint, true, SleapAnalysis.read(name, hdf));
            }
            List<Group> tables = new ArrayList<>();
            for (Node child : children.values()) {
                if (child instanceof Group group && group.getAttributes().containsKey("pandas_type")) {
                    tables.add(group);
                }
            }
            if (tables.size() == 1) {
                return whole(file, DEEPLABCUT, fingerprint, false, DeepLabCutTable.read(name, tables.get(0)));
            }
            if (children.containsKey("instances") && children.containsKey("pred_points")) {
                throw new ExchangeException(
                        "“" + name + "” is a project of SLEAP; export its analysis as HDF5 there and attach that.");
            }
            throw new ExchangeException(
                    "“" + name + "” is an HDF5 file, but neither a table of DeepLabCut nor an analysis file of SLEAP.");
        } catch (RuntimeException | OutOfMemoryError broken) {
            // The library throws whatever its steps over spoiled bytes end in.
            throw new ExchangeException(
                    "“" + name + "” is an HDF5 file that cannot be read (" + broken.getMessage()
                            + "); copy it anew, or let the pose program write it anew.",
                    broken);
        }
    }
}
