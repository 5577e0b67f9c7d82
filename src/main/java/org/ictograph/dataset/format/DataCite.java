package org.ictograph.dataset.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ictograph.dataset.Manifest;

/**
 * The mandatory fields of DataCite 4.5 as its JSON has them ({@code datacite.json}), for an archive that gives the data set
 * an identifier, and a few of the recommended ones. What nobody said is {@code :unav}, DataCite's word for it.
 */
final class DataCite {
    static final String FILE = "datacite.json";
    private static final String UNKNOWN = ":unav";

    private DataCite() {}

    static String text(Manifest manifest) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schemaVersion", "http://datacite.org/schema/kernel-4");
        root.putArray("identifiers");
        creators(manifest)
                .forEach(name -> root.withArray("creators").addObject().put("name", name));
        root.putArray("titles").addObject().put("title", title(manifest));
        String publisher = manifest.publication().publisher();
        root.putObject("publisher").put("name", publisher.isEmpty() ? UNKNOWN : publisher);
        root.put("publicationYear", year(manifest));
        root.putObject("types").put("resourceTypeGeneral", "Dataset").put("resourceType", "Labelled video clips");
        root.putArray("descriptions")
                .addObject()
                .put("description", description(manifest))
                .put("descriptionType", "Abstract");
        root.putArray("sizes").add(manifest.clips().size() + " clips");
        Croissant.mediaTypes(manifest).forEach(root.putArray("formats")::add);
        String licence = manifest.publication().licence();
        if (!licence.isEmpty()) {
            ObjectNode rights = root.putArray("rightsList").addObject().put("rights", licence);
            if (isSpdx(licence)) {
                rights.put("rightsIdentifier", licence.toLowerCase(Locale.ROOT))
                        .put("rightsIdentifierScheme", "SPDX")
                        .put("schemeUri", "https://spdx.org/licenses/");
            }
        }
        return Json.text(root);
    }

    static List<String> creators(Manifest manifest) {
        List<String> named = manifest.publication().creators();
        return named.isEmpty() ? List.of(UNKNOWN) : named;
    }

    static String title(Manifest manifest) {
        String title = manifest.publication().title();
        return title.isEmpty()
                ? manifest.study().name() + ": " + manifest.profile().id()
                : title;
    }

    /** As given, else the year of the newest recording, else zeros. */
    static String year(Manifest manifest) {
        String year = manifest.publication().year();
        return !year.isEmpty()
                ? year
                : manifest.clips().stream()
                        .map(clip -> clip.place().date())
                        .filter(date -> !date.isEmpty())
                        .max(Comparator.naturalOrder())
                        .map(date -> date.substring(0, 4))
                        .orElse("0000");
    }

    static String description(Manifest manifest) {
        return manifest.clips().size() + " video clips of "
                + manifest.profile().clip().seconds() + " seconds of single caged animals, labelled by the consensus of"
                + " raters. Profile: " + manifest.profile().title() + ".";
    }

    /** True for what looks like an identifier of the SPDX list and not like a sentence. */
    static boolean isSpdx(String licence) {
        return licence.matches("[A-Za-z0-9.+-]+");
    }
}
