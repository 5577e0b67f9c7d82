package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Pattern;
import org.ictograph.model.Protocol;

/**
 * Labels that somebody took out of the protocol in one copy of the study while marks of another copy carry them. They stay in
 * the protocol, so that no mark is without a look, a key and a meaning, until nothing carries them or somebody decides.
 */
final class KeptLabels {
    private static final int COLOURS = 8;

    private KeptLabels() {}

    /** The protocol as its history has it, with the labels that the tables need besides, behind the others. */
    static Row in(Connection connection, Line line, Row wanted) throws SQLException {
        Protocol protocol = FrameTables.PROTOCOL.entity(wanted);
        LabelQueries queries = new LabelQueries(connection);
        Set<String> carried = queries.labelsOfMarks();
        List<Label> labels = new ArrayList<>(protocol.labels());
        for (String name : new TreeSet<>(queries.labelsInUse())) {
            Optional<Label> earlier = earlier(line, name);
            if (protocol.label(name).isEmpty() && (earlier.isPresent() || carried.contains(name))) {
                labels.add(fitted(earlier, name, labels));
            }
        }
        return labels.equals(protocol.labels())
                ? wanted
                : FrameTables.PROTOCOL.row(new Protocol(
                        protocol.id(),
                        protocol.name(),
                        protocol.version(),
                        labels,
                        protocol.scale(),
                        protocol.stages(),
                        protocol.plan()));
    }

    /** The version of a protocol that was the last to have a label which another one lacks; empty when none lacks. */
    static Optional<Version> lastWith(Line line, Protocol kept, Protocol wanted) {
        return kept.labels().stream()
                .filter(label -> wanted.label(label.name()).isEmpty())
                .findFirst()
                .map(label -> latest(line).stream()
                        .filter(version -> version.after()
                                .flatMap(row -> label(row, label.name()))
                                .isPresent())
                        .findFirst()
                        .or(line::shown)
                        .orElseThrow());
    }

    private static List<Version> latest(Line line) {
        return line.versions().stream().sorted(Collections.reverseOrder()).toList();
    }

    /** What the label was when some version of the protocol last had it. */
    private static Optional<Label> earlier(Line line, String name) {
        return latest(line).stream()
                .flatMap(version -> version
                        .after()
                        .flatMap(row -> label(row, name))
                        .or(() -> version.before().flatMap(row -> label(row, name)))
                        .stream())
                .findFirst();
    }

    private static Optional<Label> label(Row protocol, String name) {
        return FrameTables.PROTOCOL.entity(protocol).label(name);
    }

    /** With a key that is free; where none is left, a letter that no key on a keyboard gives keeps it apart. */
    private static Label fitted(Optional<Label> earlier, String name, List<Label> others) {
        Label label = earlier.orElseGet(() ->
                new Label(name, OptionalInt.empty(), LabelKind.EVENT, "", others.size() % COLOURS, Pattern.SOLID));
        boolean taken = label.key().isEmpty()
                || others.stream().anyMatch(other -> other.key().equals(label.key()));
        return taken ? label.withKey(Protocol.freeKey(others).orElse("\u00b7" + name)) : label;
    }
}
